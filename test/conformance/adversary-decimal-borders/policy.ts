import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryDecimalBorders = policy({
  id: "adversary-decimal-borders",
  title: "decimals are compared and nothing else, whatever their size",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const { ratio } = spec;
    if (ratio === undefined) report(spec, "absent");
    else {
      if (ratio === 0.1) report(spec, "a tenth");
      if (ratio === 0.30000000000000004) report(spec, "the sum of 0.1 and 0.2");
      if (ratio > 0.3 && ratio < 0.31) report(spec, "a little more than 0.3");
      if (ratio > 9007199254740991) report(spec, "beyond the integers");
      if (ratio > 0 && ratio <= 5e-324) report(spec, "the smallest double");
      if (ratio < -1e-7) report(spec, "below");
      if (ratio === spec.count) report(spec, "as count");
    }
  },
});
