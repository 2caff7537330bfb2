import { addQuantities, compareQuantities, formatQuantity, kinds, policy, sumQuantities } from "@writ/sdk";
import { Widget } from "../widget.js";

export const quantitySum = policy({
  id: "quantity-sum",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    report(spec, `memory ${formatQuantity(spec.memory) ?? "none"}`);
    report(spec, `with 1Gi ${addQuantities(spec.memory, "1Gi") ?? "none"}`);
    report(spec, `tags ${sumQuantities(spec.tags) ?? "none"}`);
    if (compareQuantities(sumQuantities(spec.tags), addQuantities(spec.memory, "500m")) === 1) report(spec, "more");
    if (addQuantities("1.5", "500m") === "2") report(spec, "constants");
  },
});
