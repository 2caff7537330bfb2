import { Node, SyntaxKind } from "ts-morph";
import { equal, literal, not } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { type Type, isScalar } from "../ir/types.js";
import { memberOfExpression } from "./access.js";
import { type Lowering, type Scope, firstPoison, isPoison, refuse, sourceText, spanOf } from "./lowering.js";
import { lowerExpression } from "./registry.js";
import { type Rewrite, replaced } from "./rewrite/edit.js";
import { quantityEqualityRewrite } from "./rewrite/intrinsic-call.js";
import { isUndefined, unwrapped } from "./transparent.js";
import { lowerTypeTest, typeTested } from "./type-test.js";
import { typeNoun } from "./types.js";

export type EqualityOperator = "===" | "!==" | "==" | "!=";

/** Two expressions that are compared: by an operator, or by a `case`. */
export interface Comparison {
  /** Where a problem of the comparison stands, and what it is called there. */
  readonly at: Node;
  readonly text: string;
  readonly operator: EqualityOperator;
  readonly left: Node;
  readonly right: Node;
}

export function lowerEquality(lowering: Lowering, comparison: Comparison, scope: Scope): Expr {
  const { at, operator } = comparison;
  const span = spanOf(lowering, at);
  const negate = (expr: Expr): Expr => (operator.startsWith("!") ? not(expr, span) : expr);
  const typed = typeTested(comparison.left, comparison.right);
  if (typed !== undefined) {
    const test = lowerTypeTest(lowering, typed.of, typed.type, at, scope);
    return isPoison(test) ? test : negate(test);
  }
  const tested = presenceTested(comparison);
  if (tested?.asks === "null") {
    // What `match` and `exec` give is null for a reason of its own, and is refused where it is called.
    const other = lowerExpression(lowering, tested.of, scope);
    return isPoison(other) ? other : refuse(lowering, "nullComparison", at, { operator }, withoutNull(comparison));
  }
  if (tested !== undefined) {
    const expr = lowerExpression(lowering, tested.of, scope);
    const member = memberOfExpression(unwrapped(tested.of));
    if (member?.alwaysPresent) return refuse(lowering, "alwaysPresent", tested.of, { field: sourceText(tested.of) });
    return isPoison(expr) ? expr : negate(equal(expr, literal(null, span), span));
  }
  if (operator === "==" || operator === "!=") {
    const token = Node.isBinaryExpression(at) ? at.getOperatorToken() : at;
    return refuse(lowering, "looseEquality", at, { operator }, replaced(token, `${operator}=`));
  }
  const left = lowerExpression(lowering, comparison.left, scope);
  const right = lowerExpression(lowering, comparison.right, scope);
  const poisoned = firstPoison(left, right);
  if (poisoned !== undefined) return poisoned;
  const compared = equal(left, right, span);
  const refused = refuseIdentity(lowering, comparison, left, right) ?? refuseZeroTest(lowering, comparison, compared);
  return refused ?? negate(compared);
}

/** `undefined` in the place of `null`. */
function withoutNull({ left, right }: Comparison): Rewrite | undefined {
  const node = [unwrapped(left), unwrapped(right)].find((side) => side.getKind() === SyntaxKind.NullKeyword);
  return node && replaced(node, "undefined");
}

/** The operand that a presence test asks about, or a strict comparison with null, which nothing equals. */
function presenceTested({
  left,
  right,
  operator,
}: Comparison): { readonly of: Node; readonly asks: "presence" | "null" } | undefined {
  const sides = [unwrapped(left), unwrapped(right)] as const;
  const strict = operator === "===" || operator === "!==";
  for (const [index, side] of sides.entries()) {
    const other = sides[index === 0 ? 1 : 0];
    if (side.getKind() === SyntaxKind.NullKeyword) return { of: other, asks: strict ? "null" : "presence" };
    if (isUndefined(side)) return { of: other, asks: "presence" };
  }
  return undefined;
}

function refuseIdentity(lowering: Lowering, { at, operator }: Comparison, left: Expr, right: Expr): Expr | undefined {
  const comparable = (type: Type) =>
    isScalar(type.value) || type.value.kind === "intOrString" || type.value.kind === "none";
  if (!comparable(left.type) || !comparable(right.type)) {
    const args = { operator, left: typeNoun(left.type), right: typeNoun(right.type) };
    // Of two absent ones, `===` says that they are equal and the intrinsic says nothing.
    const isPresent = !left.type.optional || !right.type.optional;
    const isOfQuantities = isPresent && [left, right].some(({ type }) => type.value.kind === "quantity");
    const rewrite = isOfQuantities && Node.isBinaryExpression(at) ? quantityEqualityRewrite(at) : undefined;
    return refuse(lowering, "comparison", at, args, rewrite);
  }
  return undefined;
}

/** A zero-dropped field is never at its zero value at admission, so a comparison with it says nothing there. */
function refuseZeroTest(lowering: Lowering, comparison: Comparison, compared: Expr): Expr | undefined {
  if (compared.kind !== "equal" || compared.left.kind !== "field" || compared.right.kind !== "literal")
    return undefined;
  const { left: field, right: constant } = compared;
  const { value } = constant;
  if (!field.declared.zeroDropped || (value !== false && value !== 0 && value !== "")) return undefined;
  const negated = comparison.operator.startsWith("!");
  const read = sourceText(readSide(comparison));
  const presence = negated ? `${read} !== undefined` : `${read} === undefined`;
  const instead = value === false ? (negated ? `${read} === true` : `${read} !== true`) : presence;
  const { at, text } = comparison;
  const args = { text, field: field.name, holds: negated ? "always" : "never", instead } as const;
  // What a long expression is called is no code.
  const isWhole = readSide(comparison).getText() === read && Node.isBinaryExpression(at);
  return refuse(lowering, "zeroTest", at, args, isWhole ? replaced(at, instead) : undefined);
}

/** The side of a comparison that reads the document; of `(x ?? true) === false` it is `x`. */
function readSide(comparison: Comparison): Node {
  const left = unwrapped(comparison.left);
  const side = isConstant(left) ? unwrapped(comparison.right) : left;
  const isDefaulted =
    Node.isBinaryExpression(side) && side.getOperatorToken().getKind() === SyntaxKind.QuestionQuestionToken;
  return isDefaulted ? side.getLeft() : side;
}

function isConstant(node: Node): boolean {
  return Node.isLiteralExpression(node) || Node.isTrueLiteral(node) || Node.isFalseLiteral(node);
}
