import { type BinaryExpression, Node, SyntaxKind } from "ts-morph";

/** The expression around a node that is nothing but it in parentheses. */
export function outermost(node: Node): Node {
  const parent = node.getParent();
  return parent !== undefined && Node.isParenthesizedExpression(parent) ? outermost(parent) : node;
}

/** Whether only the truth of an expression is asked where it stands, not its value. */
export function asksTruth(given: Node): boolean {
  const node = outermost(given);
  const parent = node.getParent();
  if (parent === undefined) return false;
  if (Node.isIfStatement(parent)) return parent.getExpression() === node;
  if (Node.isConditionalExpression(parent)) return parent.getCondition() === node || asksTruth(parent);
  if (isNegation(parent)) return true;
  if (Node.isArrowFunction(parent)) return parent.getBody() === node && isTest(parent);
  if (Node.isReturnStatement(parent)) {
    const fn = parent.getFirstAncestor((of) => Node.isFunctionLikeDeclaration(of));
    return fn !== undefined && isTest(fn);
  }
  if (!isLogical(parent)) return false;
  if (parent.getRight() === node) return asksTruth(parent);
  // Of `x && y` with a boolean `y`, a boolean is expected even where it is kept as a value.
  const decides = parent.getOperatorToken().getKind() === SyntaxKind.AmpersandAmpersandToken;
  const rest = decides ? parent.getRight().getType() : parent.getType();
  return asksTruth(parent) || rest.getNonNullableType().isBoolean();
}

const tests = new Set(["some", "every", "filter", "find", "findIndex"]);

/** Whether a function is one whose answer is only tested: `deny`, or what `some` and its like are given. */
function isTest(fn: Node): boolean {
  const parent = fn.getParent();
  if (Node.isMethodDeclaration(fn)) return fn.getName() === "deny";
  if (Node.isPropertyAssignment(parent)) return parent.getName() === "deny";
  if (!Node.isCallExpression(parent)) return false;
  const callee = parent.getExpression();
  return Node.isPropertyAccessExpression(callee) && tests.has(callee.getName());
}

/** `!x`. */
export function isNegation(node: Node): boolean {
  return Node.isPrefixUnaryExpression(node) && node.getOperatorToken() === SyntaxKind.ExclamationToken;
}

/** `x && y`, `x || y`. */
export function isLogical(node: Node): node is BinaryExpression {
  if (!Node.isBinaryExpression(node)) return false;
  const operator = node.getOperatorToken().getKind();
  return operator === SyntaxKind.AmpersandAmpersandToken || operator === SyntaxKind.BarBarToken;
}

/** How tightly a text binds that takes the place of an expression. */
export type Binding = "operand" | "comparison" | "and" | "or" | "choice";

/** A text in parentheses where what stands around the node would take it apart otherwise. */
export function fitted(node: Node, text: string, binding: Binding): string {
  return needsParentheses(node, binding) ? `(${text})` : text;
}

function needsParentheses(node: Node, binding: Binding): boolean {
  const parent = node.getParent();
  if (parent === undefined || binding === "operand") return false;
  if (Node.isPropertyAccessExpression(parent) || Node.isElementAccessExpression(parent))
    return parent.getExpression() === node;
  if (Node.isCallExpression(parent)) return parent.getExpression() === node;
  if (Node.isPrefixUnaryExpression(parent) || Node.isNonNullExpression(parent) || Node.isAsExpression(parent))
    return true;
  if (Node.isConditionalExpression(parent)) return binding === "choice" && parent.getCondition() === node;
  if (!Node.isBinaryExpression(parent)) return false;
  if (!isLogical(parent)) return true;
  const isAnd = parent.getOperatorToken().getKind() === SyntaxKind.AmpersandAmpersandToken;
  return binding === "choice" || (binding === "or" && isAnd);
}
