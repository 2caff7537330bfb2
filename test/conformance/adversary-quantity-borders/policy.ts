import { addQuantities, compareQuantities, formatQuantity, kinds, policy, sumQuantities } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryQuantityBorders = policy({
  id: "adversary-quantity-borders",
  title: "quantities at the borders of their grammar, their sizes and their signs",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const { memory } = spec;
    report(
      spec,
      `${formatQuantity(memory) ?? "none"} ${addQuantities(memory, "1") ?? "none"} ${sumQuantities(spec.tags) ?? "none"}`,
    );
    if (compareQuantities(memory, "1") === 0) report(spec, "one");
    if (compareQuantities(memory, "-0") === 0) report(spec, "zero");
    if (compareQuantities(memory, "8Ei") === 1) report(spec, "beyond 8Ei");
    if (compareQuantities(memory, "1n") === -1) report(spec, "below a billionth");
    if (
      compareQuantities("1e3", "1k") === 0 &&
      compareQuantities("1Ki", "1024") === 0 &&
      compareQuantities("0.1", "100m") === 0
    )
      report(spec, "constants");
    const order = compareQuantities(memory, spec.text ?? "1");
    report(spec, `order ${order ?? "none"}`);
  },
});
