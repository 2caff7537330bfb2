import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const stringTestsAsValues = policy({
  id: "string-tests-as-values",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const starts = spec.text?.startsWith("a");
    const longer = spec.main?.name.includes("b");
    if (starts === undefined) report(spec, "absent");
    if (starts === false) report(spec, "starts not");
    if (starts === longer) report(spec, "same");
    if (starts !== longer) report(spec, "other");
  },
});
