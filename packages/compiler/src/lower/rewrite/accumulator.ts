import {
  type CallExpression,
  type ForOfStatement,
  Node,
  type Statement,
  SyntaxKind,
  type VariableStatement,
} from "ts-morph";
import { type Rewrite, negatedText, operandText, replacedFrom } from "./edit.js";

/** A loop that does one thing to one variable, for the elements that pass a test. */
interface Collecting {
  readonly loop: ForOfStatement;
  readonly element: string;
  readonly list: string;
  /** The test, as it is written. */
  readonly test: Node | undefined;
  /** What is done, without its semicolon. */
  readonly action: Node;
  readonly stops: boolean;
}

/** `let found = false; for (…) if (…) found = true;` as `const found = list.some(…)`; the same for `every`, and for a count. */
export function accumulatorRewrite(statement: VariableStatement): Rewrite | undefined {
  const [declaration, ...others] = statement.getDeclarations();
  const start = declaration?.getInitializer()?.getText();
  const collecting = collectingAfter(statement);
  if (declaration === undefined || others.length > 0 || collecting === undefined) return undefined;
  const { loop, list, element, test, action, stops } = collecting;
  const name = declaration.getName();
  if (test === undefined || mentionsElsewhere(loop, name, action)) return undefined;
  const actionText = action.getText();
  const callback = `(${element}) => ${test.getText()}`;
  const value =
    start === "false" && actionText === `${name} = true`
      ? `${list}.some(${callback})`
      : start === "true" && actionText === `${name} = false`
        ? `${list}.every((${element}) => ${negatedText(test)})`
        : start === "0" && !stops && [`${name}++`, `++${name}`, `${name} += 1`].includes(actionText)
          ? `${list}.filter(${callback}).length`
          : undefined;
  if (value === undefined || changesAfter(statement, loop, name)) return undefined;
  return replacedFrom(statement, loop, `const ${name} = ${value};`);
}

/** `const bad = []; for (…) if (…) bad.push(…);` as `const bad = list.filter(…).map(…)`. */
export function pushRewrite(node: CallExpression): Rewrite | undefined {
  const callee = node.getExpression();
  const [value, ...others] = node.getArguments();
  if (!Node.isPropertyAccessExpression(callee) || callee.getName() !== "push") return undefined;
  const loop = node.getFirstAncestor((of) => Node.isForOfStatement(of));
  const statement = loop?.getPreviousSibling();
  if (value === undefined || others.length > 0 || statement === undefined || !Node.isVariableStatement(statement))
    return undefined;
  const [declaration, ...more] = statement.getDeclarations();
  const collecting = collectingAfter(statement);
  if (declaration === undefined || more.length > 0 || collecting?.action !== node || collecting.stops) return undefined;
  const name = declaration.getName();
  if (callee.getExpression().getText() !== name || declaration.getInitializer()?.getText() !== "[]") return undefined;
  const { list, element, test } = collecting;
  if (mentionsElsewhere(collecting.loop, name, node) || changesAfter(statement, collecting.loop, name))
    return undefined;
  const filtered = test === undefined ? list : `${list}.filter((${element}) => ${test.getText()})`;
  const isElement = value.getText() === element;
  if (isElement && test === undefined) return undefined;
  const mapped = isElement ? filtered : `${filtered}.map((${element}) => ${value.getText()})`;
  return replacedFrom(statement, collecting.loop, `const ${name} = ${mapped};`);
}

/** The loop that follows a declaration, when it only collects. */
function collectingAfter(statement: VariableStatement): Collecting | undefined {
  const loop = statement.getNextSiblingIfKind(SyntaxKind.ForOfStatement);
  if (loop === undefined || loop.isAwaited() || hasComment(statement, loop)) return undefined;
  const variable = loop.getInitializer();
  const element = Node.isVariableDeclarationList(variable) ? variable.getDeclarations()[0]?.getNameNode() : undefined;
  if (element === undefined) return undefined;
  const [only, ...others] = statementsOf(loop.getStatement());
  if (only === undefined || others.length > 0) return undefined;
  const test = Node.isIfStatement(only) && only.getElseStatement() === undefined ? only.getExpression() : undefined;
  const [first, second, ...more] =
    test === undefined || !Node.isIfStatement(only) ? [only] : statementsOf(only.getThenStatement());
  const stops = second !== undefined && Node.isBreakStatement(second);
  if (first === undefined || !Node.isExpressionStatement(first) || more.length > 0 || (second !== undefined && !stops))
    return undefined;
  return {
    loop,
    element: element.getText(),
    list: operandText(loop.getExpression()),
    test,
    action: first.getExpression(),
    stops,
  };
}

// The loop is written anew, and a comment inside it would be lost.
function hasComment(statement: Node, loop: Node): boolean {
  const all = [statement, loop, ...loop.getDescendants()];
  return (
    all.some((of) => of !== statement && of.getLeadingCommentRanges().length > 0) ||
    statement.getTrailingCommentRanges().length > 0
  );
}

function statementsOf(statement: Statement): readonly Statement[] {
  return Node.isBlock(statement) ? statement.getStatements() : [statement];
}

function mentionsElsewhere(loop: Node, name: string, action: Node): boolean {
  return loop
    .getDescendants()
    .some(
      (of) =>
        Node.isIdentifier(of) && of.getText() === name && of.getFirstAncestor((up) => up === action) === undefined,
    );
}

// By its text: another variable of the name counts, too, and leaves the rewriting to the author.
function changesAfter(statement: Node, loop: Node, name: string): boolean {
  return statement
    .getParentOrThrow()
    .getDescendants()
    .some((of) => {
      if (!Node.isIdentifier(of) || of.getText() !== name || of.getPos() < loop.getEnd()) return false;
      const parent = of.getParent();
      if (Node.isPrefixUnaryExpression(parent) || Node.isPostfixUnaryExpression(parent))
        return !parent.getText().startsWith("!");
      if (Node.isBinaryExpression(parent))
        return parent.getLeft() === of && /^[^=!<>]*=$/.test(parent.getOperatorToken().getText());
      return Node.isPropertyAccessExpression(parent) && parent.getName() === "push";
    });
}
