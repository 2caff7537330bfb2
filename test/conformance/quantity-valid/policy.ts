import { isQuantity, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const quantityValid = policy({
  id: "quantity-valid",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.memory !== undefined && !isQuantity(spec.memory)) report(spec, "memory is no quantity", ["memory"]);
    if (isQuantity(spec.text)) report(spec, "text is a quantity", ["text"]);
    if (isQuantity(spec.text) === undefined) report(spec, "no text");
    if (!isQuantity("1 Gi") && isQuantity("1.5Gi")) report(spec, "constants");
  },
});
