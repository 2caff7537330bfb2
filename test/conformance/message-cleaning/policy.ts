import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const messageCleaning = policy({
  id: "message-cleaning",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    report(spec, spec.text ?? "", ["text"]);
    report(spec, `<${spec.text ?? ""}>`, ["shown"]);
    report(spec, "  \u2028 constant \n\t ", ["constant"]);
    report(spec, "\u0000", ["nothing"]);
  },
});
