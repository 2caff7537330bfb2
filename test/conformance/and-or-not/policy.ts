import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const andOrNot = policy({
  id: "and-or-not",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.flag && spec.main?.on) report(spec, "both");
    if (spec.flag || spec.main?.on) report(spec, "either");
    if (!(spec.flag && spec.main?.on)) report(spec, "not both");
    if (!(spec.flag || spec.main?.on)) report(spec, "neither");
    if (!spec.flag && !spec.main?.on) report(spec, "both not");
    if (spec.flag && (spec.main?.on || spec.count === 1) && spec.text !== "x") report(spec, "mixed");
  },
});
