import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const idDefault = policy({
  id: "default",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.flag) report(spec, "flag");
  },
});
