import { type AsExpression, Node, type NonNullExpression, type TypeAssertion } from "ts-morph";
import { type Rewrite, operandText, replaced } from "./edit.js";
import { asksTruth, outermost } from "./position.js";

/** `x!.y` as `x?.y`; `x!` as `x` where an absent value is compared or tested, or cannot be. */
export function nonNullRewrite(node: NonNullExpression): Rewrite | undefined {
  const parent = node.getParent();
  const inner = node.getExpression();
  const isRead =
    (Node.isPropertyAccessExpression(parent) || Node.isElementAccessExpression(parent)) &&
    parent.getExpression() === node;
  if (!inner.getType().isNullable()) return replaced(node, inner.getText());
  if (isRead && !parent.hasQuestionDotToken()) {
    const opened = Node.isElementAccessExpression(parent) ? "?." : "?";
    return replaced(node, `${inner.getText()}${opened}`);
  }
  return isRead || isCompared(node) || asksTruth(node) ? replaced(node, inner.getText()) : undefined;
}

function isCompared(node: Node): boolean {
  const parent = outermost(node).getParent();
  return Node.isBinaryExpression(parent) && /^[!=]==$/.test(parent.getOperatorToken().getText());
}

/** `x ?? null` as `x`, `null` as `undefined`. */
export function nullRewrite(node: Node): Rewrite | undefined {
  const parent = node.getParent();
  const isDefault = Node.isBinaryExpression(parent) && parent.getOperatorToken().getText() === "??";
  if (isDefault && parent.getRight() === node) return replaced(parent, parent.getLeft().getText());
  return replaced(node, "undefined");
}

/** `x as T` as `x` where the type checker knows as much without it. */
export function assertionRewrite(node: AsExpression | TypeAssertion): Rewrite | undefined {
  const inner = node.getExpression();
  return inner.getType().isAssignableTo(node.getType()) ? replaced(node, operandText(inner)) : undefined;
}
