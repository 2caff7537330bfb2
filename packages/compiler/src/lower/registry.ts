import { type Node, SyntaxKind } from "ts-morph";
import type { Expr } from "../ir/nodes.js";
import { unsupportedExpression } from "../check/syntax.js";
import { lowerArrayLiteral, lowerBoolean, lowerNumber, lowerString } from "./literal.js";
import { lowerCall, lowerNew } from "./call.js";
import { lowerBinary, lowerMutation, lowerPrefix } from "./operator.js";
import { lowerConditional } from "./conditional.js";
import { lowerElementAccess, lowerIdentifier, lowerPropertyAccess } from "./access.js";
import { lowerAssertion, lowerParenthesized, lowerSatisfies } from "./transparent.js";
import { lowerObjectLiteral } from "./table.js";
import { lowerTemplate } from "./template.js";
import { expressionRewrite } from "./rewrite/unsupported.js";
import { type Lowering, type Scope, isTooLarge, poison, refuse } from "./lowering.js";

/** Lowers one kind of expression. The registry's key is the promise that the node is of that kind. */
export type LowerExpression = (lowering: Lowering, node: never, scope: Scope) => Expr;

/** Every expression of the subset. What is not here is refused by name in check/syntax.ts. */
const expressions: { readonly [Kind in SyntaxKind]?: LowerExpression } = {
  [SyntaxKind.Identifier]: lowerIdentifier,
  [SyntaxKind.StringLiteral]: lowerString,
  [SyntaxKind.NoSubstitutionTemplateLiteral]: lowerString,
  [SyntaxKind.TemplateExpression]: lowerTemplate,
  [SyntaxKind.NumericLiteral]: lowerNumber,
  [SyntaxKind.TrueKeyword]: lowerBoolean,
  [SyntaxKind.FalseKeyword]: lowerBoolean,
  [SyntaxKind.ArrayLiteralExpression]: lowerArrayLiteral,
  [SyntaxKind.ObjectLiteralExpression]: lowerObjectLiteral,
  [SyntaxKind.PropertyAccessExpression]: lowerPropertyAccess,
  [SyntaxKind.ElementAccessExpression]: lowerElementAccess,
  [SyntaxKind.PrefixUnaryExpression]: lowerPrefix,
  [SyntaxKind.BinaryExpression]: lowerBinary,
  [SyntaxKind.PostfixUnaryExpression]: lowerMutation,
  [SyntaxKind.DeleteExpression]: lowerMutation,
  [SyntaxKind.ConditionalExpression]: lowerConditional,
  [SyntaxKind.CallExpression]: lowerCall,
  [SyntaxKind.NewExpression]: lowerNew,
  [SyntaxKind.ParenthesizedExpression]: lowerParenthesized,
  [SyntaxKind.AsExpression]: lowerAssertion,
  [SyntaxKind.TypeAssertionExpression]: lowerAssertion,
  [SyntaxKind.SatisfiesExpression]: lowerSatisfies,
};

/** Lowers an expression to a value of the IR. */
export function lowerExpression(lowering: Lowering, node: Node, scope: Scope): Expr {
  if (isTooLarge(lowering, node)) return poison(lowering, node);
  const lower = expressions[node.getKind()];
  if (lower === undefined) {
    return refuse(lowering, "expression", node, unsupportedExpression(node), expressionRewrite(node));
  }
  lowering.size.depth += 1;
  const expr = lower(lowering, node as never, scope);
  lowering.size.depth -= 1;
  return expr;
}
