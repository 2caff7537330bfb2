import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

/** No condition looks at the operation: what may not be made may still be removed. */
export const deletionIgnored = policy({
  id: "deletion-ignored",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report, operation }) {
    if (spec.flag === true) report(spec, `${operation} with a flag`);
  },
});
