import { count, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const countInList = policy({
  id: "count-in-list",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const times = count(spec.tags, "a");
    if (times === undefined) report(spec, "no tags");
    else report(spec, `a ${times}`);
    const names = (spec.parts ?? []).map((part) => part.name);
    for (const part of spec.parts ?? []) {
      if (count(names, part.name) > 1) report(part, `${part.name} is not unique`, ["name"]);
    }
    if ((count(spec.numbers, spec.count ?? 7) ?? 0) >= 2) report(spec, "number twice");
    if (
      count(
        (spec.parts ?? []).map((part) => part.on === true),
        true,
      ) > 1
    )
      report(spec, "several on");
  },
});
