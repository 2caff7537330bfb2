import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryRepeatedReports = policy({
  id: "adversary-repeated-reports",
  title: "the same report twice is one, and equal messages at other places are others",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.flag) report(spec, "the flag");
    if (spec.flag === true) report(spec, "the flag");
    for (const part of spec.parts ?? []) {
      report(part, "a part");
      if (part.on) report(part, " a part ");
      for (const tag of part.tags ?? []) if (tag !== "") report(part, "tagged");
      report(spec, "has a part");
    }
    if (spec.main !== undefined) report(spec.main, "", ["name"]);
    if (spec.main !== undefined) report(spec.main, "\n", ["name"]);
    report(spec, "at an index", ["tags", 0]);
    report(spec, "at a name", ["tags", "0"]);
  },
});
