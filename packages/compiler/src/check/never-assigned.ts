import { Node, SyntaxKind, type VariableStatement } from "ts-morph";
import { isAssignment } from "./mutation.js";

/** The word `let` or `var` of a statement that `const` can replace: each name has a value, and none is assigned again. */
export function constantKeyword(statement: VariableStatement): Node | undefined {
  const declarations = statement.getDeclarations();
  const names = declarations.map((declaration) => declaration.getNameNode());
  const known = declarations.every((declaration) => declaration.getInitializer() !== undefined);
  const scope = statement.getParent();
  if (!known || names.some((name) => !Node.isIdentifier(name) || isAssigned(scope, name.getText()))) return undefined;
  const list = statement.getFirstDescendantByKind(SyntaxKind.VariableDeclarationList);
  return list?.getFirstChild();
}

/** Whether a name is assigned below a node. By its text: another variable of the name counts, too, and leaves the rewriting to the author. */
export function isAssigned(scope: Node, name: string): boolean {
  return scope.getDescendants().some((node) => {
    if (Node.isBinaryExpression(node))
      return isAssignment(node.getOperatorToken().getKind()) && node.getLeft().getText() === name;
    if (!Node.isPostfixUnaryExpression(node) && !Node.isPrefixUnaryExpression(node)) return false;
    const operator = node.getOperatorToken();
    const changes = operator === SyntaxKind.PlusPlusToken || operator === SyntaxKind.MinusMinusToken;
    return changes && node.getOperand().getText() === name;
  });
}
