import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const equalityNumber = policy({
  id: "equality-number",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.count === 0) report(spec, "zero");
    if (spec.count !== 0) report(spec, "not zero");
    if (spec.count === -1) report(spec, "minus one");
    if (spec.count === spec.numbers?.length) report(spec, "as many");
    if (spec.ratio === 0.5) report(spec, "half");
    if (spec.ratio === spec.count) report(spec, "ratio is count");
  },
});
