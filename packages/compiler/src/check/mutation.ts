import { type CallExpression, Node, SyntaxKind } from "ts-morph";

/** Methods that change what they are called on, and functions that change what they are given. */
const mutating = new Set(
  (
    "add assign clear copyWithin defineProperties defineProperty delete fill pop push reverse set setPrototypeOf shift " +
    "sort splice unshift"
  ).split(" "),
);

/** Whether a call changes a value, going by the method's name: nothing in the subset has one of these names. */
export function isMutatingCall(call: CallExpression): boolean {
  const callee = call.getExpression();
  return Node.isPropertyAccessExpression(callee) && mutating.has(callee.getName());
}

/** The places in an expression where evaluating it changes a value; what its functions do when they are called is not asked. */
export function mutations(expression: Node): readonly Node[] {
  if (Node.isFunctionLikeDeclaration(expression)) return [];
  if (isMutation(expression)) return [expression];
  return expression.forEachChildAsArray().flatMap(mutations);
}

function isMutation(node: Node): boolean {
  if (Node.isCallExpression(node)) return isMutatingCall(node);
  if (Node.isPostfixUnaryExpression(node) || Node.isDeleteExpression(node)) return true;
  if (Node.isPrefixUnaryExpression(node)) {
    const operator = node.getOperatorToken();
    return operator === SyntaxKind.PlusPlusToken || operator === SyntaxKind.MinusMinusToken;
  }
  return Node.isBinaryExpression(node) && isAssignment(node.getOperatorToken().getKind());
}

/** Whether an operator assigns: `=`, `+=`, `??=` and their like. */
export function isAssignment(operator: SyntaxKind): boolean {
  return operator >= SyntaxKind.FirstAssignment && operator <= SyntaxKind.LastAssignment;
}
