import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const earlyReturn = policy({
  id: "early-return",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.flag === undefined) return;
    report(spec, "flag is there");
    if (!spec.flag) {
      report(spec, "off");
      return;
    }
    if (spec.text === undefined) return report(spec, "no text");
    if (spec.count === 1) return undefined;
    report(spec, `text ${spec.text}`);
  },
});
