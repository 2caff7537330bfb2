import type { labelIntrinsics } from "../../../intrinsics/label.js";
import { type Cel, and, index, literal, macro, name, or, relation } from "../ast.js";
import { type Emitter, freshName } from "../emitter.js";
import type { CelEncoding } from "./encoding.js";

export const labelEncodings: Readonly<Record<keyof typeof labelIntrinsics, CelEncoding>> = {
  hasLabels: { reads: "often", value: hasLabels },
};

// A null member is an absent one.
function hasLabels(emitter: Emitter, labels: Cel, wanted: Cel): Cel {
  const key = freshName(emitter, "key");
  const value = index(wanted, name(key));
  const has = and([relation("in", name(key), labels), relation("==", index(labels, name(key)), value)]);
  return macro(wanted, "all", key, or([relation("==", value, literal(null)), has]));
}
