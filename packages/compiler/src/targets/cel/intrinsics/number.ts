import type { numberIntrinsics } from "../../../intrinsics/number.js";
import { type Cel, and, call, int, macro, method, name, relation } from "../ast.js";
import { type Emitter, freshName } from "../emitter.js";
import { type CelEncoding, valueIf } from "./encoding.js";

/** The longest list that is added up: 1,000 safe integers fit into the 64 bits of a CEL integer, in whatever order. */
const sumLimit = 1000;
const greatestSafe = int(Number.MAX_SAFE_INTEGER);

export const numberEncodings: Readonly<Record<keyof typeof numberIntrinsics, CelEncoding>> = {
  count: {
    reads: "once",
    value: (emitter, values, value) => {
      const item = freshName(emitter, "e");
      return call("size", macro(values, "filter", item, relation("==", name(item), value)));
    },
  },
  max: extreme("max"),
  min: extreme("min"),
  sum: {
    reads: "often",
    value: (emitter, values) => {
      const total = method(integers(emitter, values), "sum");
      const isSafe = and([
        relation("<=", call("size", values), int(sumLimit)),
        relation("<=", total, greatestSafe),
        relation(">=", total, int(Number.MIN_SAFE_INTEGER)),
      ]);
      return valueIf(isSafe, total);
    },
  },
};

function extreme(which: "max" | "min"): CelEncoding {
  return {
    reads: "often",
    value: (emitter, values) =>
      valueIf(relation(">", call("size", values), int(0)), method(integers(emitter, values), which)),
  };
}

/** The same list with a type: of a list that is dynamic CEL takes whatever overload comes first. */
function integers(emitter: Emitter, values: Cel): Cel {
  const item = freshName(emitter, "n");
  return macro(values, "map", item, call("int", name(item)));
}
