import { and, equal, isNone, literal, not, or } from "./build.js";
import type { Expr } from "./nodes.js";

/** Whether a boolean is made by an operation: a target tests it as a condition, not as a value. */
export function isComputedBool(e: Expr): boolean {
  switch (e.kind) {
    case "not":
    case "and":
    case "or":
    case "equal":
    case "compare":
    case "typeTest":
    case "quantified":
    case "includes":
    case "stringTest":
    case "regexTest":
      return true;
    default:
      return false;
  }
}

/** When an expression is none, as a condition that is never none itself. A computed value asks its operands. */
export function noneness(e: Expr): Expr {
  return e.type.optional ? (operandNoneness(e) ?? isNone(e, e.span)) : literal(false, e.span);
}

/** The same for a computed value; undefined for one that has to be looked at itself. */
export function operandNoneness(e: Expr): Expr | undefined {
  const { span } = e;
  switch (e.kind) {
    case "quantified":
    case "includes":
    case "filter":
    case "map":
    case "flatMap":
    case "indices":
    case "join":
    case "length":
      return noneness(e.list);
    case "keys":
      return noneness(e.of);
    case "arithmetic":
      return or([noneness(e.left), noneness(e.right)], span);
    case "stringTest":
      return or([noneness(e.text), noneness(e.part)], span);
    case "regexTest":
    case "split":
      return noneness(e.text);
    case "and":
      // The first operand that is not true decides.
      return or(
        e.operands.map((operand, index) => {
          const before = e.operands.slice(0, index).map((earlier) => equal(earlier, literal(true, span), span));
          return and([...before, noneness(operand)], span);
        }),
        span,
      );
    case "or": {
      const last = e.operands.slice(-1).map(noneness);
      return and([...e.operands.slice(0, -1).map((operand) => not(operand, span)), ...last], span);
    }
    default:
      return undefined;
  }
}
