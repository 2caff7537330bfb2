import {
  type DoStatement,
  type ForInStatement,
  type ForStatement,
  Node,
  type Statement,
  SyntaxKind,
  type WhileStatement,
} from "ts-morph";
import { unsupportedStatement } from "../check/syntax.js";
import { type Lowering, type Scope, poison, refuse } from "./lowering.js";
import { statementRewrite } from "./rewrite/unsupported.js";

/** Refuses a statement that the subset does not have. Of one that holds others, its head is underlined. */
export function refuseStatement(lowering: Lowering, statement: Node): void {
  const rewrite = statementRewrite(statement);
  refuse(lowering, "statement", statement, unsupportedStatement(statement), rewrite, endOfHead(statement));
}

function endOfHead(statement: Node): Node {
  if (Node.isClassDeclaration(statement) || Node.isModuleDeclaration(statement) || Node.isEnumDeclaration(statement))
    return statement.getNameNode() ?? statement;
  const isLoop = Node.isForStatement(statement) || Node.isForInStatement(statement) || Node.isWhileStatement(statement);
  const last = isLoop
    ? SyntaxKind.CloseParenToken
    : Node.isLabeledStatement(statement)
      ? SyntaxKind.ColonToken
      : Node.isTryStatement(statement)
        ? SyntaxKind.TryKeyword
        : Node.isDoStatement(statement)
          ? SyntaxKind.DoKeyword
          : undefined;
  return (last === undefined ? undefined : statement.getFirstChildByKind(last)) ?? statement;
}

/** The statements inside one that was refused: their own mistakes are reported with it, not after it was rewritten. */
export function statementsWithin(statement: Node): readonly Statement[] {
  if (isRefusedLoop(statement) || Node.isLabeledStatement(statement)) return [statement.getStatement()];
  if (!Node.isTryStatement(statement)) return [];
  const handler = statement.getCatchClause()?.getBlock();
  const last = statement.getFinallyBlock();
  return [statement.getTryBlock(), ...(handler === undefined ? [] : [handler]), ...(last === undefined ? [] : [last])];
}

/** The scope inside a refused statement: what it declares has no value, and no use of it is a mistake of its own. */
export function withRefusedNames(lowering: Lowering, statement: Node, scope: Scope): Scope {
  const inner = new Map(scope);
  const head =
    Node.isForStatement(statement) || Node.isForInStatement(statement)
      ? statement.getInitializer()
      : Node.isTryStatement(statement)
        ? statement.getCatchClause()?.getVariableDeclaration()
        : undefined;
  const declared = Node.isVariableDeclarationList(head) ? head.getDeclarations() : head === undefined ? [] : [head];
  for (const name of declared.flatMap((of) => [of, ...of.getDescendants()]).filter((of) => Node.isIdentifier(of))) {
    const symbol = name.getSymbol();
    if (symbol !== undefined) inner.set(symbol.compilerSymbol, { kind: "value", expr: poison(lowering, name) });
  }
  return inner;
}

/** Whether a `break` leaves a loop that was refused, and is gone with it. */
export function isRefusedWithLoop(statement: Node): boolean {
  if (!Node.isBreakStatement(statement)) return false;
  const around = statement.getFirstAncestor((of) => Node.isIterationStatement(of) || Node.isSwitchStatement(of));
  return around !== undefined && isRefusedLoop(around);
}

function isRefusedLoop(node: Node): node is ForStatement | ForInStatement | WhileStatement | DoStatement {
  return (
    Node.isForStatement(node) || Node.isForInStatement(node) || Node.isWhileStatement(node) || Node.isDoStatement(node)
  );
}
