import type { quantityIntrinsics } from "../../../intrinsics/quantity.js";
import { and, call, list, method } from "../ast.js";
import { type CelEncoding, valueIf } from "./encoding.js";
import { sumOf } from "./quantity-sum.js";
import { isReadable, quantityOf } from "./quantity-text.js";

const requires = ["quantity"] as const;

export const quantityEncodings: Readonly<Record<keyof typeof quantityIntrinsics, CelEncoding>> = {
  addQuantities: {
    reads: "often",
    requires,
    value: (emitter, a, b) => sumOf(emitter, list([call("dyn", a), call("dyn", b)])),
  },
  // CEL's own type decides, as the API server does.
  compareQuantities: {
    reads: "often",
    requires,
    value: (emitter, left, right) => {
      const order = method(quantityOf(emitter, left), "compareTo", quantityOf(emitter, right));
      return valueIf(and([isReadable(emitter, left), isReadable(emitter, right)]), order);
    },
  },
  formatQuantity: {
    reads: "often",
    requires,
    value: (emitter, of) => sumOf(emitter, list([call("dyn", of)])),
  },
  isQuantity: { reads: "often", requires, value: isReadable },
  sumQuantities: { reads: "often", requires, value: sumOf },
};
