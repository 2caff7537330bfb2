import type { AsExpression, Node, ParenthesizedExpression, SatisfiesExpression, TypeAssertion } from "ts-morph";
import { Node as Nodes } from "ts-morph";
import type { Expr } from "../ir/nodes.js";
import { type Lowering, type Scope, refuse, sourceText } from "./lowering.js";
import { lowerExpression } from "./registry.js";
import { assertionRewrite } from "./rewrite/absence.js";

export function lowerParenthesized(lowering: Lowering, node: ParenthesizedExpression, scope: Scope): Expr {
  return lowerExpression(lowering, node.getExpression(), scope);
}

export function lowerSatisfies(lowering: Lowering, node: SatisfiesExpression, scope: Scope): Expr {
  return lowerExpression(lowering, node.getExpression(), scope);
}

/** `as const` changes no value; any other assertion would tell the checker what the document may not hold. */
export function lowerAssertion(lowering: Lowering, node: AsExpression | TypeAssertion, scope: Scope): Expr {
  if (node.getTypeNode()?.getText() === "const") return lowerExpression(lowering, node.getExpression(), scope);
  return refuse(lowering, "assertion", node, { text: sourceText(node) }, assertionRewrite(node));
}

/** The expression below parentheses, `as const` and `satisfies`. */
export function unwrapped(node: Node): Node {
  if (Nodes.isParenthesizedExpression(node) || Nodes.isSatisfiesExpression(node))
    return unwrapped(node.getExpression());
  if (Nodes.isAsExpression(node) && node.getTypeNode()?.getText() === "const") return unwrapped(node.getExpression());
  return node;
}

/** Whether a name is the `undefined` of the language: a variable may have the name too. */
export function isUndefined(node: Node): boolean {
  return (
    Nodes.isIdentifier(node) &&
    node.getText() === "undefined" &&
    (node.getSymbol()?.getDeclarations() ?? []).length === 0
  );
}
