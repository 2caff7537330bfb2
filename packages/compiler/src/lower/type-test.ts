import { Node, type TypeOfExpression } from "ts-morph";
import { isNone, literal, not } from "../ir/build.js";
import type { Expr, TypeTest } from "../ir/nodes.js";
import { type ValueType, bool } from "../ir/types.js";
import { type Lowering, type Scope, isPoison, refuse, sourceText, spanOf } from "./lowering.js";
import { lowerExpression } from "./registry.js";
import { unwrapped } from "./transparent.js";
import { typeNoun } from "./types.js";

/** The sides of `typeof value === "string"`; undefined for another comparison. */
export function typeTested(
  left: Node,
  right: Node,
): { readonly of: TypeOfExpression; readonly type: string } | undefined {
  for (const [side, other] of [
    [unwrapped(left), unwrapped(right)],
    [unwrapped(right), unwrapped(left)],
  ] as const) {
    if (Node.isTypeOfExpression(side) && Node.isStringLiteral(other)) return { of: side, type: other.getLiteralText() };
  }
  return undefined;
}

const tests: readonly string[] = ["string", "number", "boolean"] satisfies TypeTest["test"][];

function isTest(type: string): type is TypeTest["test"] {
  return tests.includes(type);
}

/** Which types `typeof` tells apart, by the answer; what a value of another type gives is known without looking. */
const answers: Readonly<Record<ValueType["kind"], TypeTest["test"] | "open" | undefined>> = {
  string: "string",
  int: "number",
  number: "number",
  bool: "boolean",
  intOrString: "open",
  json: "open",
  quantity: undefined,
  list: undefined,
  map: undefined,
  record: undefined,
  none: undefined,
};

/** Lowers `typeof value === "string"`. */
export function lowerTypeTest(lowering: Lowering, of: TypeOfExpression, type: string, at: Node, scope: Scope): Expr {
  const operand = lowerExpression(lowering, of.getExpression(), scope);
  if (isPoison(operand)) return operand;
  const span = spanOf(lowering, at);
  if (type === "undefined") return isNone(operand, span);
  const { kind } = operand.type.value;
  const known = answers[kind];
  // A number of unknown JSON may be beyond what all engines hold exactly.
  if (!isTest(type) || known === undefined || (kind === "json" && type === "number")) {
    return refuse(lowering, "opaque", of.getExpression(), {
      text: sourceText(of.getExpression()),
      type: typeNoun(operand.type),
      use: `told apart by \`typeof … === "${type}"\``,
    });
  }
  if (known === "open") return { kind: "typeTest", test: type, operand, type: bool, span };
  return known === type ? not(isNone(operand, span), span) : literal(false, span);
}
