import type { CelFeature } from "../../capabilities.js";
import { type Cel, index, int, list, literal, macro, ternary } from "../ast.js";
import type { Emitter } from "../emitter.js";

/**
 * What an intrinsic is in CEL, at the oldest Kubernetes minor that writ supports. The arguments are there and of the types that the
 * row in the table of intrinsics says. Never an error, whatever they hold: text may be any text, an integer any safe one.
 */
export interface CelEncoding {
  /** Its value; null for none. */
  readonly value: (emitter: Emitter, ...args: readonly Cel[]) => Cel;
  /** Whether each argument stands there once, or several times, so that it needs a name unless it is one. */
  readonly reads: "once" | "often";
  /** The features without which it has no form; one that is written differently without a feature does not name it. */
  readonly requires?: readonly CelFeature[];
}

/** The value where the test holds, else none. */
export function valueIf(test: Cel, value: Cel): Cel {
  return ternary(test, value, literal(null));
}

/** A value with a name in the body. */
export function letIn(value: Cel, item: string, body: Cel): Cel {
  return index(macro(list([value]), "map", item, body), int(0));
}
