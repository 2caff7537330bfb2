import {
  type CallExpression,
  type ForInStatement,
  type ForStatement,
  Node,
  type Statement,
  SyntaxKind,
  type TryStatement,
} from "ts-morph";
import { unwrapped } from "../transparent.js";
import { type Rewrite, operandText, replaced, textWith } from "./edit.js";

/** `list.forEach((element) => …);` as a loop. */
export function forEachRewrite(node: CallExpression): Rewrite | undefined {
  const statement = node.getParent();
  const callee = node.getExpression();
  const [callback, ...others] = node.getArguments();
  if (!Node.isExpressionStatement(statement) || !Node.isPropertyAccessExpression(callee) || others.length > 0)
    return undefined;
  if (callback === undefined || !Node.isArrowFunction(callback) || callback.isAsync()) return undefined;
  const names = callback.getParameters().map((parameter) => parameter.getNameNode().getText());
  const isPlain = callback.getParameters().every((of) => !of.isRestParameter() && of.getInitializer() === undefined);
  const [element, index, ...more] = names;
  const body = loopBody(callback.getBody());
  if (element === undefined || more.length > 0 || !isPlain || body === undefined) return undefined;
  const list = callee.getExpression().getText();
  const isOptional = callee.hasQuestionDotToken() || mayBeAbsent(callee.getExpression());
  const over =
    index === undefined ? (isOptional ? `${list} ?? []` : list) : `${isOptional ? `(${list} ?? [])` : list}.entries()`;
  const bound = index === undefined ? element : `[${index}, ${element}]`;
  return replaced(statement, `for (const ${bound} of ${over}) ${body}`);
}

function mayBeAbsent(node: Node): boolean {
  return node.getType().isNullable();
}

/** The body of a callback as the body of a loop: its `return` goes on with the next element. */
function loopBody(body: Node): string | undefined {
  if (!Node.isBlock(body)) return `${body.getText()};`;
  const returns = body
    .getDescendantsOfKind(SyntaxKind.ReturnStatement)
    .filter((of) => of.getFirstAncestor((parent) => Node.isFunctionLikeDeclaration(parent)) === body.getParent());
  const inLoop = (of: Node): boolean => of.getFirstAncestor((parent) => parent === body || isLoop(parent)) !== body;
  if (returns.some((of) => of.getExpression() !== undefined || inLoop(of))) return undefined;
  return textWith(
    body,
    returns.map((of) => ({ node: of, text: "continue;" })),
  );
}

function isLoop(node: Node): boolean {
  return Node.isIterationStatement(node);
}

/** `for (let i = 0; i < list.length; i++) …` as a loop over the list, where the position only finds the element. */
export function countingRewrite(statement: ForStatement): Rewrite | undefined {
  const declared = statement.getInitializer();
  const counter = Node.isVariableDeclarationList(declared) ? declared.getDeclarations() : [];
  const [first, ...others] = counter;
  const name = first?.getName();
  if (first === undefined || name === undefined || others.length > 0 || first.getInitializer()?.getText() !== "0")
    return undefined;
  const list = countedList(statement.getCondition(), name);
  if (list === undefined || !countsUp(statement.getIncrementor(), name)) return undefined;
  const body = statement.getStatement();
  const uses = body
    .getDescendantsOfKind(SyntaxKind.Identifier)
    .filter((of) => of.getText() === name && !isMemberName(of));
  const reads = uses.map((use) => use.getParent()).filter((parent) => isElementOf(parent, list, name));
  if (reads.length === 0 || uses.some(isAssigned)) return undefined;
  const element = freeName(statement, list);
  const text = textWith(
    body,
    reads.map((read) => ({ node: withAssertion(read), text: element })),
  );
  const [bound, over] = reads.length === uses.length ? [element, list] : [`[${name}, ${element}]`, `${list}.entries()`];
  return replaced(statement, `for (const ${bound} of ${over}) ${text}`);
}

/** `i < list.length`. */
function countedList(condition: Node | undefined, counter: string): string | undefined {
  if (!Node.isBinaryExpression(condition) || condition.getOperatorToken().getText() !== "<") return undefined;
  const limit = condition.getRight();
  if (condition.getLeft().getText() !== counter || !Node.isPropertyAccessExpression(limit)) return undefined;
  return limit.getName() === "length" && !limit.hasQuestionDotToken() ? operandText(limit.getExpression()) : undefined;
}

function countsUp(incrementor: Node | undefined, counter: string): boolean {
  const forms = [`${counter}++`, `++${counter}`, `${counter} += 1`];
  return incrementor !== undefined && forms.includes(incrementor.getText());
}

function isMemberName(node: Node): boolean {
  const parent = node.getParent();
  return Node.isPropertyAccessExpression(parent) && parent.getNameNode() === node;
}

function isElementOf(node: Node | undefined, list: string, counter: string): node is Node {
  if (!Node.isElementAccessExpression(node)) return false;
  return node.getExpression().getText() === list && node.getArgumentExpression()?.getText() === counter;
}

// `list[i]!` is the element as well, and present.
function withAssertion(node: Node): Node {
  const parent = node.getParent();
  return parent !== undefined && Node.isNonNullExpression(parent) ? parent : node;
}

function isAssigned(node: Node): boolean {
  const parent = node.getParent();
  if (Node.isPrefixUnaryExpression(parent) || Node.isPostfixUnaryExpression(parent)) return true;
  return (
    Node.isBinaryExpression(parent) &&
    parent.getLeft() === node &&
    /^[^=!<>]*=$/.test(parent.getOperatorToken().getText())
  );
}

/** A name for an element of a list that nothing in the file has: `container` for `pod.containers`. */
function freeName(at: Node, list: string): string {
  const [word = ""] = /\w+$/.exec(list) ?? [];
  const singular = /^[a-z]\w*[^s]s$/.test(word) ? word.slice(0, -1) : "element";
  const taken = new Set(
    at
      .getSourceFile()
      .getDescendantsOfKind(SyntaxKind.Identifier)
      .map((of) => of.getText()),
  );
  return [singular, "element", "current", "item"].find((name) => !taken.has(name)) ?? `${singular}Of`;
}

/** `for (const key in map)` over the keys of the map, where no element decides more than whether there is one. */
export function forInRewrite(statement: ForInStatement): Rewrite | undefined {
  const initializer = statement.getInitializer();
  const map = statement.getExpression();
  const type = map.getType();
  const isMap = type.getNonNullableType().getStringIndexType() !== undefined && !Node.isVariableDeclarationList(map);
  const returns = statement.getStatement().getDescendantsOfKind(SyntaxKind.ReturnStatement);
  const answers = returns.map((of) => of.getExpression());
  const isDecision = answers.every((of) => of !== undefined && /^(?:true|false)$/.test(unwrapped(of).getText()));
  if (!isMap || returns.length === 0 || !isDecision || !Node.isVariableDeclarationList(initializer)) return undefined;
  const name = initializer.getDeclarations()[0]?.getName();
  if (name === undefined) return undefined;
  const keys = `Object.keys(${map.getText()}${type.isNullable() ? " ?? {}" : ""})`;
  return replaced(statement, `for (const ${name} of ${keys}) ${statement.getStatement().getText()}`);
}

/** `try { … } catch { … }` as its block: nothing in the subset throws. */
export function tryRewrite(statement: TryStatement): Rewrite | undefined {
  const last = statement.getFinallyBlock();
  if (last !== undefined && last.getStatements().length > 0) return undefined;
  return replaced(statement, statement.getTryBlock().getText());
}

/** A labelled statement without its label, where nothing names it. */
export function labelRewrite(statement: Statement): Rewrite | undefined {
  if (!Node.isLabeledStatement(statement)) return undefined;
  const named = statement
    .getDescendants()
    .some((of) => (Node.isBreakStatement(of) || Node.isContinueStatement(of)) && of.getLabel() !== undefined);
  return named ? undefined : replaced(statement, statement.getStatement().getText());
}
