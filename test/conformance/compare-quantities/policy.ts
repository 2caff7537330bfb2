import { compareQuantities, kinds, policy, quantity } from "@writ/sdk";
import { Widget } from "../widget.js";

export const compareQuantitiesPolicy = policy({
  id: "compare-quantities",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { limit: quantity("2Gi") },
  check({ spec }, { report, params }) {
    if (compareQuantities(spec.memory, "1Gi") === 0) report(spec, "1Gi");
    if (compareQuantities(spec.memory, params.limit) === 1) report(spec, "above");
    const order = compareQuantities(spec.memory, "1");
    if (order === undefined) report(spec, "unknown");
    else if (order < 0) report(spec, "below 1");
  },
});
