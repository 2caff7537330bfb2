import { type ElementAccessExpression, Node, SyntaxKind } from "ts-morph";
import { isGlobal } from "./global.js";
import { unwrapped } from "./transparent.js";

/**
 * Whether `object[key]` stands where `Object.hasOwn(object, key)` is known to have held: in a branch of it, after it, or beside it. Names
 * are compared by what they stand for: one inside may have the text of another around it.
 */
export function isKnownOwn(access: ElementAccessExpression): boolean {
  return isGuarded(access, (condition) => isOwnTestOf(access, condition));
}

/** Whether a condition is the test that is sought. */
type Sought = (condition: Node) => boolean;

function isOwnTestOf(access: ElementAccessExpression, condition: Node): boolean {
  if (!Node.isCallExpression(condition)) return false;
  const callee = condition.getExpression();
  const [object, key] = condition.getArguments();
  return (
    Node.isPropertyAccessExpression(callee) &&
    callee.getName() === "hasOwn" &&
    isGlobal(callee.getExpression(), "Object") &&
    object !== undefined &&
    key !== undefined &&
    isSame(object, access.getExpression()) &&
    isSame(key, access.getArgumentExpressionOrThrow())
  );
}

/** Whether two expressions read the same: the same text, with names that stand for the same. */
function isSame(left: Node, right: Node): boolean {
  const [a, b] = [unwrapped(left), unwrapped(right)];
  if (a.getText() !== b.getText()) return false;
  const [names, others] = [namesIn(a), namesIn(b)];
  return names.every((name, index) => name.getSymbol() === others[index]?.getSymbol());
}

function namesIn(node: Node): readonly Node[] {
  return Node.isIdentifier(node) ? [node] : node.getDescendantsOfKind(SyntaxKind.Identifier);
}

function isGuarded(node: Node, sought: Sought): boolean {
  const parent = node.getParent();
  // A declared function may be called from before the place where it stands.
  if (parent === undefined || Node.isFunctionDeclaration(node)) return false;
  if (Node.isConditionalExpression(parent)) {
    if (node === parent.getWhenTrue() && holdsIf(parent.getCondition(), sought)) return true;
    if (node === parent.getWhenFalse() && failsUnless(parent.getCondition(), sought)) return true;
  }
  if (Node.isBinaryExpression(parent) && node === parent.getRight()) {
    const operator = parent.getOperatorToken().getKind();
    if (operator === SyntaxKind.AmpersandAmpersandToken && holdsIf(parent.getLeft(), sought)) return true;
    if (operator === SyntaxKind.BarBarToken && failsUnless(parent.getLeft(), sought)) return true;
  }
  if (Node.isIfStatement(parent)) {
    if (node === parent.getThenStatement() && holdsIf(parent.getExpression(), sought)) return true;
    if (node === parent.getElseStatement() && failsUnless(parent.getExpression(), sought)) return true;
  }
  if (Node.isBlock(parent) || Node.isSourceFile(parent)) {
    const statements = parent.getStatements();
    const before = statements.slice(
      0,
      statements.findIndex((statement) => statement === node),
    );
    if (before.some((statement) => leavesUnless(statement, sought))) return true;
  }
  return isGuarded(parent, sought);
}

function leavesUnless(statement: Node, sought: Sought): boolean {
  return (
    Node.isIfStatement(statement) &&
    leaves(statement.getThenStatement()) &&
    failsUnless(statement.getExpression(), sought)
  );
}

/** Whether the test holds when a condition does. */
function holdsIf(condition: Node, sought: Sought): boolean {
  const inner = unwrapped(condition);
  if (sought(inner)) return true;
  return (
    isChain(inner, SyntaxKind.AmpersandAmpersandToken) &&
    [inner.getLeft(), inner.getRight()].some((side) => holdsIf(side, sought))
  );
}

/** Whether the test holds when a condition does not. */
function failsUnless(condition: Node, sought: Sought): boolean {
  const inner = unwrapped(condition);
  if (Node.isPrefixUnaryExpression(inner) && inner.getOperatorToken() === SyntaxKind.ExclamationToken)
    return holdsIf(inner.getOperand(), sought);
  return (
    isChain(inner, SyntaxKind.BarBarToken) &&
    [inner.getLeft(), inner.getRight()].some((side) => failsUnless(side, sought))
  );
}

function isChain(node: Node, operator: SyntaxKind): node is Node & { getLeft(): Node; getRight(): Node } {
  return Node.isBinaryExpression(node) && node.getOperatorToken().getKind() === operator;
}

function leaves(statement: Node): boolean {
  if (Node.isBlock(statement)) return leaves(statement.getStatements().at(-1) ?? statement.getParentOrThrow());
  return Node.isReturnStatement(statement) || Node.isContinueStatement(statement);
}
