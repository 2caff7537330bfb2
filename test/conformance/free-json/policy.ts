import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const freeJson = policy({
  id: "free-json",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.free === undefined) report(spec, "absent");
    if (spec.free !== undefined) report(spec, "there");
  },
});
