import { type ConditionalExpression, type Node, Node as Nodes, SyntaxKind } from "ts-morph";
import { conditional } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import type { Type } from "../ir/types.js";
import { type Lowering, type Scope, firstPoison, isPoison, refuse, sourceText, spanOf } from "./lowering.js";
import { memberOfExpression } from "./access.js";
import { lowerExpression } from "./registry.js";
import { truthRewrite } from "./rewrite/truth.js";
import { unwrapped } from "./transparent.js";
import { typeNoun } from "./types.js";

export function lowerConditional(lowering: Lowering, node: ConditionalExpression, scope: Scope): Expr {
  const test = lowerCondition(lowering, node.getCondition(), scope);
  const then = lowerExpression(lowering, node.getWhenTrue(), scope);
  const otherwise = lowerExpression(lowering, node.getWhenFalse(), scope);
  return firstPoison(test, then, otherwise) ?? conditional(test, then, otherwise, spanOf(lowering, node));
}

/** Lowers an expression whose truth is asked for: it must be a boolean, or an absent one. */
export function lowerCondition(lowering: Lowering, node: Node, scope: Scope): Expr {
  const expr = lowerExpression(lowering, node, scope);
  if (isPoison(expr) || expr.type.value.kind === "bool" || expr.type.value.kind === "none") return expr;
  return refuseTruth(lowering, node, expr);
}

/** Says that a value is no condition, and which test may be meant. */
export function refuseTruth(lowering: Lowering, node: Node, expr: Expr): Expr {
  const text = sourceText(node);
  const { type } = expr;
  const rewrite = truthRewrite(node, {
    type,
    zeroDropped: expr.kind === "field" && expr.declared.zeroDropped,
    alwaysPresent: memberOfExpression(unwrapped(node))?.alwaysPresent === true,
  });
  const [meant] = rewrite ?? [];
  const instead = meant === undefined ? testInstead(node, text, type) : `write \`${meant.text}\``;
  const args = { text, type: typeNoun(type), instead };
  return refuse(lowering, "truthiness", node, args, rewrite);
}

function testInstead(node: Node, text: string, { value, optional }: Type): string {
  if (isDefaulted(node)) return `write \`${text} ?? …\` for a default`;
  const presence = `write \`${text} !== undefined\``;
  switch (value.kind) {
    case "string":
      return optional
        ? `${presence}, and compare with \`""\` if an empty text counts as absent`
        : `compare it with a text, such as \`""\``;
    case "int":
    case "number":
      return optional ? `${presence}, or compare it with a number` : `compare it with a number: \`${text} > 0\``;
    case "list":
      return optional ? `${presence}, or ask for its length` : `ask for its length: \`${text}.length > 0\``;
    default:
      return optional ? presence : "it is always there: ask for one of its members";
  }
}

// `name || "none"`: the value itself is meant, not its truth.
function isDefaulted(node: Node): boolean {
  const parent = node.getParent();
  if (!Nodes.isBinaryExpression(parent) || parent.getLeft() !== node) return false;
  return (
    parent.getOperatorToken().getKind() === SyntaxKind.BarBarToken && !parent.getType().getNonNullableType().isBoolean()
  );
}
