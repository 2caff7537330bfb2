import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const deletion = policy({
  id: "deletion",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.flag !== false) report(spec, "flag");
  },
});
