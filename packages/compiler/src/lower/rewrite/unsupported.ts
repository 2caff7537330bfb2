import { type Node, Node as Nodes, SyntaxKind } from "ts-morph";
import { nonNullRewrite, nullRewrite } from "./absence.js";
import { type Rewrite, replaced, withoutStatement } from "./edit.js";
import { countingRewrite, forInRewrite, labelRewrite, tryRewrite } from "./loop.js";

/** What to write for an expression that the subset does not have, where that is known. */
export function expressionRewrite(node: Node): Rewrite | undefined {
  if (Nodes.isNonNullExpression(node)) return nonNullRewrite(node);
  if (node.getKind() === SyntaxKind.NullKeyword) return nullRewrite(node);
  if (Nodes.isVoidExpression(node))
    return Nodes.isNumericLiteral(node.getExpression()) ? replaced(node, "undefined") : undefined;
  if (!Nodes.isTaggedTemplateExpression(node) || node.getTag().getText() !== "String.raw") return undefined;
  const template = node.getTemplate().getText();
  return template.includes("\\") ? undefined : replaced(node, template);
}

/** The same for a statement. */
export function statementRewrite(node: Node): Rewrite | undefined {
  if (node.getKind() === SyntaxKind.DebuggerStatement) return withoutStatement(node);
  if (Nodes.isForStatement(node)) return countingRewrite(node);
  if (Nodes.isForInStatement(node)) return forInRewrite(node);
  if (Nodes.isTryStatement(node)) return tryRewrite(node);
  return Nodes.isLabeledStatement(node) ? labelRewrite(node) : undefined;
}
