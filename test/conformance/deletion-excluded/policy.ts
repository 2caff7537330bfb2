import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const deletionExcluded = policy({
  id: "deletion-excluded",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report, operation }) {
    const isRemoved = operation === "DELETE" || operation === "CONNECT";
    if (isRemoved) return;
    if (spec.flag === true) report(spec, "a flag");
  },
});
