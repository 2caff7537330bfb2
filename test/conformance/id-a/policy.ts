import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const idA = policy({
  id: "a",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    report(spec, spec.text ?? "");
  },
});
