import { type ConditionalExpression, type Node, Node as Nodes, SyntaxKind } from "ts-morph";
import { conditional } from "../ir/build.js";
import type { Expr } from "../ir/nodes.js";
import { type Lowering, type Scope, firstPoison, isPoison, refuse, sourceText, spanOf } from "./lowering.js";
import { lowerExpression } from "./registry.js";
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
  return refuse(lowering, "truthiness", node, {
    text: sourceText(node),
    type: typeNoun(expr.type),
    isDefaulted: isDefaulted(node),
  });
}

// `name || "none"`: the value itself is meant, not its truth.
function isDefaulted(node: Node): boolean {
  const parent = node.getParent();
  if (!Nodes.isBinaryExpression(parent) || parent.getLeft() !== node) return false;
  return (
    parent.getOperatorToken().getKind() === SyntaxKind.BarBarToken && !parent.getType().getNonNullableType().isBoolean()
  );
}
