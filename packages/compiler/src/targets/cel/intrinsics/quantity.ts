import type { quantityIntrinsics } from "../../../intrinsics/quantity.js";
import { type Cel, and, call, method } from "../ast.js";
import { type CelEncoding, valueIf } from "./encoding.js";

export const quantityEncodings: Readonly<Record<keyof typeof quantityIntrinsics, CelEncoding>> = {
  // CEL's own type decides, as the API server does.
  compareQuantities: {
    reads: "often",
    requires: ["quantity"],
    value: (_, left, right) => {
      const [a, b] = [textOf(left), textOf(right)];
      const order = method(call("quantity", a), "compareTo", call("quantity", b));
      return valueIf(and([call("isQuantity", a), call("isQuantity", b)]), order);
    },
  },
};

// A manifest may hold a number.
function textOf(quantity: Cel): Cel {
  return quantity.kind === "literal" ? quantity : call("string", quantity);
}
