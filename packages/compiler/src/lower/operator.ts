import { type BinaryExpression, Node, type PrefixUnaryExpression, SyntaxKind } from "ts-morph";
import { and, coalesce, equal, literal, not, or } from "../ir/build.js";
import type { Compare, Expr } from "../ir/nodes.js";
import { type Type, bool, isScalar } from "../ir/types.js";
import { lowerCondition } from "./conditional.js";
import { type Lowering, type Scope, firstPoison, isPoison, refuse, sourceText, spanOf } from "./lowering.js";
import { lowerExpression } from "./registry.js";
import { lowerPrinted, template } from "./template.js";
import { isUndefined, unwrapped } from "./transparent.js";
import { memberOfExpression } from "./access.js";
import { isAssignment } from "../check/mutation.js";
import { typeNoun } from "./types.js";

export function lowerPrefix(lowering: Lowering, node: PrefixUnaryExpression, scope: Scope): Expr {
  const operand = node.getOperand();
  switch (node.getOperatorToken()) {
    case SyntaxKind.ExclamationToken:
      return lowerNot(lowering, node, scope);
    case SyntaxKind.MinusToken: {
      const value = Node.isNumericLiteral(operand) ? operand.getLiteralValue() : undefined;
      if (value !== undefined && Number.isSafeInteger(value))
        return literal(value === 0 ? 0 : -value, spanOf(lowering, node));
      return refuse(lowering, "arithmetic", node, { operator: "-" });
    }
    case SyntaxKind.PlusPlusToken:
    case SyntaxKind.MinusMinusToken:
      return refuse(lowering, "assignment", node, { text: sourceText(node) });
    default:
      return refuse(lowering, "expression", node, {
        what: `\`${sourceText(node)}\``,
        instead: "conversions between types differ between engines; compare values of one type",
      });
  }
}

function lowerNot(lowering: Lowering, node: PrefixUnaryExpression, scope: Scope): Expr {
  const operand = lowerCondition(lowering, node.getOperand(), scope);
  return firstPoison(operand) ?? not(operand, spanOf(lowering, node));
}

/** `x++`, `delete x.y`: refused as what they are. */
export function lowerMutation(lowering: Lowering, node: Node): Expr {
  return refuse(lowering, "assignment", node, { text: sourceText(node) });
}

type LowerBinary = (lowering: Lowering, node: BinaryExpression, scope: Scope) => Expr;

const binaries: { readonly [Kind in SyntaxKind]?: LowerBinary } = {
  [SyntaxKind.AmpersandAmpersandToken]: (lowering, node, scope) => lowerLogical(lowering, node, scope, and),
  [SyntaxKind.BarBarToken]: (lowering, node, scope) => lowerLogical(lowering, node, scope, or),
  [SyntaxKind.QuestionQuestionToken]: lowerDefault,
  [SyntaxKind.EqualsEqualsEqualsToken]: (lowering, node, scope) => lowerEquality(lowering, node, scope, "==="),
  [SyntaxKind.ExclamationEqualsEqualsToken]: (lowering, node, scope) => lowerEquality(lowering, node, scope, "!=="),
  [SyntaxKind.EqualsEqualsToken]: (lowering, node, scope) => lowerEquality(lowering, node, scope, "=="),
  [SyntaxKind.ExclamationEqualsToken]: (lowering, node, scope) => lowerEquality(lowering, node, scope, "!="),
  [SyntaxKind.LessThanToken]: (lowering, node, scope) => lowerOrder(lowering, node, scope, "<"),
  [SyntaxKind.LessThanEqualsToken]: (lowering, node, scope) => lowerOrder(lowering, node, scope, "<="),
  [SyntaxKind.GreaterThanToken]: (lowering, node, scope) => lowerOrder(lowering, node, scope, ">"),
  [SyntaxKind.GreaterThanEqualsToken]: (lowering, node, scope) => lowerOrder(lowering, node, scope, ">="),
  [SyntaxKind.PlusToken]: lowerPlus,
};

export function lowerBinary(lowering: Lowering, node: BinaryExpression, scope: Scope): Expr {
  const token = node.getOperatorToken();
  const lower = binaries[token.getKind()];
  if (lower !== undefined) return lower(lowering, node, scope);
  const operator = token.getText();
  if (["-", "*", "/", "%", "**"].includes(operator)) return refuse(lowering, "arithmetic", node, { operator });
  if (isAssignment(token.getKind())) return refuse(lowering, "assignment", node, { text: sourceText(node) });
  return refuse(lowering, "expression", node, {
    what: `the operator \`${operator}\``,
    instead:
      operator === "in" ? "test the value: `object[key] !== undefined`" : "use comparisons, `&&`, `||`, `!` and `??`",
  });
}

function lowerPlus(lowering: Lowering, node: BinaryExpression, scope: Scope): Expr {
  if (!node.getType().getBaseTypeOfLiteralType().isString())
    return refuse(lowering, "arithmetic", node, { operator: "+" });
  const parts = [node.getLeft(), node.getRight()].map((part) => lowerPrinted(lowering, part, scope));
  return template(parts, spanOf(lowering, node));
}

function lowerLogical(lowering: Lowering, node: BinaryExpression, scope: Scope, join: typeof and): Expr {
  const operands: Expr[] = [];
  for (const operand of chained(node)) {
    // What follows a refused operand has no form of its own to keep to: `name || "none"` is one mistake.
    const lower = operands.some(isPoison) ? lowerExpression : lowerCondition;
    operands.push(lower(lowering, operand, scope));
  }
  return firstPoison(...operands) ?? join(operands, spanOf(lowering, node));
}

/** The operands of a chain such as `a && b && c`, which the syntax tree nests to the left as deep as it is long. */
function chained(node: BinaryExpression): readonly Node[] {
  const operator = node.getOperatorToken().getKind();
  const operands: Node[] = [];
  let left: Node = node;
  while (Node.isBinaryExpression(left) && left.getOperatorToken().getKind() === operator) {
    operands.unshift(left.getRight());
    left = left.getLeft();
  }
  return [left, ...operands];
}

function lowerDefault(lowering: Lowering, node: BinaryExpression, scope: Scope): Expr {
  const left = lowerExpression(lowering, node.getLeft(), scope);
  const right = lowerExpression(lowering, node.getRight(), scope);
  return firstPoison(left, right) ?? coalesce(left, right, spanOf(lowering, node));
}

function lowerOrder(lowering: Lowering, node: BinaryExpression, scope: Scope, operator: Compare["operator"]): Expr {
  const left = lowerExpression(lowering, node.getLeft(), scope);
  const right = lowerExpression(lowering, node.getRight(), scope);
  const poisoned = firstPoison(left, right);
  if (poisoned !== undefined) return poisoned;
  const wrong = [left, right].find((side) => side.type.value.kind !== "int" && side.type.value.kind !== "number");
  if (wrong !== undefined) return refuse(lowering, "order", node, { operator, type: typeNoun(wrong.type) });
  return { kind: "compare", operator, left, right, type: bool, span: spanOf(lowering, node) };
}

type EqualityOperator = "===" | "!==" | "==" | "!=";

function lowerEquality(lowering: Lowering, node: BinaryExpression, scope: Scope, operator: EqualityOperator): Expr {
  const span = spanOf(lowering, node);
  const negate = (expr: Expr): Expr => (operator.startsWith("!") ? not(expr, span) : expr);
  const tested = presenceTested(node, operator);
  if (tested === "null") return refuse(lowering, "nullComparison", node, { operator });
  if (tested !== undefined) {
    const expr = lowerExpression(lowering, tested, scope);
    const member = memberOfExpression(unwrapped(tested));
    if (member?.alwaysPresent) return refuse(lowering, "alwaysPresent", tested, { field: sourceText(tested) });
    return isPoison(expr) ? expr : negate(equal(expr, literal(null, span), span));
  }
  if (operator === "==" || operator === "!=") return refuse(lowering, "looseEquality", node, { operator });
  const left = lowerExpression(lowering, node.getLeft(), scope);
  const right = lowerExpression(lowering, node.getRight(), scope);
  const poisoned = firstPoison(left, right);
  if (poisoned !== undefined) return poisoned;
  const compared = equal(left, right, span);
  const refused = refuseIdentity(lowering, node, operator, left, right) ?? refuseZeroTest(lowering, node, compared);
  return refused ?? negate(compared);
}

/** The operand that a presence test asks about; `"null"` for a strict comparison with null, which nothing equals. */
function presenceTested(node: BinaryExpression, operator: EqualityOperator): Node | "null" | undefined {
  const sides = [unwrapped(node.getLeft()), unwrapped(node.getRight())] as const;
  const strict = operator === "===" || operator === "!==";
  for (const [index, side] of sides.entries()) {
    const other = sides[1 - index];
    if (side.getKind() === SyntaxKind.NullKeyword) return strict ? "null" : other;
    if (isUndefined(side)) return other;
  }
  return undefined;
}

function refuseIdentity(
  lowering: Lowering,
  node: BinaryExpression,
  operator: EqualityOperator,
  left: Expr,
  right: Expr,
): Expr | undefined {
  const comparable = (type: Type) =>
    isScalar(type.value) || type.value.kind === "intOrString" || type.value.kind === "none";
  if (!comparable(left.type) || !comparable(right.type)) {
    return refuse(lowering, "comparison", node, { operator, left: typeNoun(left.type), right: typeNoun(right.type) });
  }
  return undefined;
}

/** A zero-dropped field is never at its zero value at admission, so a comparison with it says nothing there. */
function refuseZeroTest(lowering: Lowering, node: BinaryExpression, compared: Expr): Expr | undefined {
  if (compared.kind !== "equal" || compared.left.kind !== "field" || compared.right.kind !== "literal")
    return undefined;
  const { left: field, right: constant } = compared;
  const { value } = constant;
  if (!field.declared.zeroDropped || (value !== false && value !== 0 && value !== "")) return undefined;
  const negated = node.getOperatorToken().getText().startsWith("!");
  const read = sourceText(readSide(node));
  const presence = negated ? `${read} !== undefined` : `${read} === undefined`;
  const instead = value === false ? (negated ? `${read} === true` : `${read} !== true`) : presence;
  return refuse(lowering, "zeroTest", node, {
    text: sourceText(node),
    field: field.name,
    holds: negated ? "always" : "never",
    instead,
  });
}

/** The side of a comparison that reads the document; of `(x ?? true) === false` it is `x`. */
function readSide(node: BinaryExpression): Node {
  const left = unwrapped(node.getLeft());
  const side = isConstant(left) ? unwrapped(node.getRight()) : left;
  const isDefaulted =
    Node.isBinaryExpression(side) && side.getOperatorToken().getKind() === SyntaxKind.QuestionQuestionToken;
  return isDefaulted ? side.getLeft() : side;
}

function isConstant(node: Node): boolean {
  return Node.isLiteralExpression(node) || Node.isTrueLiteral(node) || Node.isFalseLiteral(node);
}
