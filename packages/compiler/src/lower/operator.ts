import { type BinaryExpression, Node, type PrefixUnaryExpression, SyntaxKind } from "ts-morph";
import { and, coalesce, literal, not, or } from "../ir/build.js";
import { arithmetic } from "../ir/build-list.js";
import type { Arithmetic, Compare, Expr } from "../ir/nodes.js";
import { bool } from "../ir/types.js";
import { lowerCondition } from "./conditional.js";
import { type Comparison, type EqualityOperator, lowerEquality } from "./equality.js";
import { hasKey } from "./keys.js";
import { type Lowering, type Scope, firstPoison, isPoison, refuse, sourceText, spanOf } from "./lowering.js";
import { memberNamed } from "./access.js";
import { lowerExpression } from "./registry.js";
import { replaced } from "./rewrite/edit.js";
import { memberTestRewrite } from "./rewrite/member.js";
import { isExact } from "./literal.js";
import { numberOf } from "./numeric-literal.js";
import { lowerPrinted, template } from "./template.js";
import { isAssignment } from "../check/mutation.js";
import { typeNoun } from "./types.js";

export function lowerPrefix(lowering: Lowering, node: PrefixUnaryExpression, scope: Scope): Expr {
  const operand = node.getOperand();
  switch (node.getOperatorToken()) {
    case SyntaxKind.ExclamationToken:
      return lowerNot(lowering, node, scope);
    case SyntaxKind.MinusToken: {
      const value = Node.isNumericLiteral(operand) ? numberOf(operand) : undefined;
      if (value !== undefined && isExact(value)) return literal(value === 0 ? 0 : -value, spanOf(lowering, node));
      const zero = literal(0, spanOf(lowering, node));
      return computed(lowering, node, "-", zero, lowerExpression(lowering, operand, scope));
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
  [SyntaxKind.EqualsEqualsEqualsToken]: (lowering, node, scope) =>
    lowerEquality(lowering, compared(node, "==="), scope),
  [SyntaxKind.ExclamationEqualsEqualsToken]: (lowering, node, scope) =>
    lowerEquality(lowering, compared(node, "!=="), scope),
  [SyntaxKind.EqualsEqualsToken]: (lowering, node, scope) => lowerEquality(lowering, compared(node, "=="), scope),
  [SyntaxKind.ExclamationEqualsToken]: (lowering, node, scope) => lowerEquality(lowering, compared(node, "!="), scope),
  [SyntaxKind.LessThanToken]: (lowering, node, scope) => lowerOrder(lowering, node, scope, "<"),
  [SyntaxKind.LessThanEqualsToken]: (lowering, node, scope) => lowerOrder(lowering, node, scope, "<="),
  [SyntaxKind.GreaterThanToken]: (lowering, node, scope) => lowerOrder(lowering, node, scope, ">"),
  [SyntaxKind.GreaterThanEqualsToken]: (lowering, node, scope) => lowerOrder(lowering, node, scope, ">="),
  [SyntaxKind.PlusToken]: lowerPlus,
  [SyntaxKind.MinusToken]: (lowering, node, scope) => lowerArithmetic(lowering, node, scope, "-"),
  [SyntaxKind.AsteriskToken]: (lowering, node, scope) => lowerArithmetic(lowering, node, scope, "*"),
  [SyntaxKind.InKeyword]: lowerIn,
};

export function lowerBinary(lowering: Lowering, node: BinaryExpression, scope: Scope): Expr {
  const token = node.getOperatorToken();
  const lower = binaries[token.getKind()];
  if (lower !== undefined) return lower(lowering, node, scope);
  const operator = token.getText();
  if (["/", "%", "**"].includes(operator)) return refuse(lowering, "arithmetic", node, { operator });
  if (isAssignment(token.getKind())) return refuse(lowering, "assignment", node, { text: sourceText(node) });
  return refuse(lowering, "expression", node, {
    what: `the operator \`${operator}\``,
    instead: "use comparisons, `&&`, `||`, `!` and `??`",
  });
}

function lowerPlus(lowering: Lowering, node: BinaryExpression, scope: Scope): Expr {
  if (!node.getType().getBaseTypeOfLiteralType().isString()) return lowerArithmetic(lowering, node, scope, "+");
  const parts = [node.getLeft(), node.getRight()].map((part) => lowerPrinted(lowering, part, scope));
  return template(parts, spanOf(lowering, node));
}

function lowerArithmetic(
  lowering: Lowering,
  node: BinaryExpression,
  scope: Scope,
  operator: Arithmetic["operator"],
): Expr {
  const left = lowerExpression(lowering, node.getLeft(), scope);
  const right = lowerExpression(lowering, node.getRight(), scope);
  return computed(lowering, node, operator, left, right);
}

function computed(lowering: Lowering, node: Node, operator: Arithmetic["operator"], left: Expr, right: Expr): Expr {
  const poisoned = firstPoison(left, right);
  if (poisoned !== undefined) return poisoned;
  const wrong = [left, right].find((side) => side.type.value.kind !== "int");
  if (wrong === undefined) return arithmetic(operator, left, right, spanOf(lowering, node));
  return refuse(lowering, "arithmetic", node, { operator, type: typeNoun(wrong.type) });
}

/** `key in map`. An object literal has more keys than it shows. */
function lowerIn(lowering: Lowering, node: BinaryExpression, scope: Scope): Expr {
  const key = lowerExpression(lowering, node.getLeft(), scope);
  const of = lowerExpression(lowering, node.getRight(), scope);
  const poisoned = firstPoison(key, of);
  if (poisoned !== undefined) return poisoned;
  const { value } = of.type;
  if (value.kind === "map" && value.members === undefined) return hasKey(lowering, of, key, node);
  if (value.kind === "map") {
    const instead = `Object.hasOwn(${node.getRight().getText()}, ${node.getLeft().getText()})`;
    const what = "`in` on an object literal, which also finds what every object inherits,";
    return refuse(lowering, "expression", node, { what, instead: `write \`${instead}\`` }, replaced(node, instead));
  }
  const what = {
    what: `\`in\` on ${typeNoun(of.type)}`,
    instead: "test the member for absence: `value.member !== undefined`",
  };
  const alwaysPresent = (name: string): boolean => memberNamed(node.getRight().getType(), name)?.alwaysPresent === true;
  return refuse(lowering, "expression", node, what, memberTestRewrite(node, alwaysPresent));
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

function compared(node: BinaryExpression, operator: EqualityOperator): Comparison {
  return { at: node, text: sourceText(node), operator, left: node.getLeft(), right: node.getRight() };
}
