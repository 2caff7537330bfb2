import { type ArrowFunction, type CallExpression, Node, SyntaxKind } from "ts-morph";
import { declarationOf } from "../constant.js";
import { unwrapped } from "../transparent.js";
import { type Rewrite, negatedText, replaced, withoutWord } from "./edit.js";
import { outermost } from "./position.js";

/** `message: text` as `message: () => text`. */
export function constantMessageRewrite(property: Node): Rewrite | undefined {
  const value = Node.isPropertyAssignment(property) ? property.getInitializer() : undefined;
  if (value === undefined || !value.getType().getBaseTypeOfLiteralType().isString()) return undefined;
  return replaced(value, `() => ${value.getText()}`);
}

/** `check: (pod, { report }) => report(…)` with a block body. */
export function blockBodyRewrite(fn: Node): Rewrite | undefined {
  if (!Node.isArrowFunction(fn) || Node.isBlock(fn.getBody())) return undefined;
  return replaced(fn.getBody(), `{ ${bodyText(fn)}; }`);
}

function bodyText(fn: ArrowFunction): string {
  return unwrapped(fn.getBody()).getText();
}

/** `async check(…) { … }` without `async`, where it waits for nothing. */
export function syncRewrite(fn: Node): Rewrite | undefined {
  if (
    !Node.isMethodDeclaration(fn) &&
    !Node.isFunctionDeclaration(fn) &&
    !Node.isArrowFunction(fn) &&
    !Node.isFunctionExpression(fn)
  )
    return undefined;
  const word = fn.getAsyncKeyword();
  const waits = fn
    .getDescendants()
    .some((of) => of.getKind() === SyntaxKind.AwaitKeyword || Node.isAwaitExpression(of));
  return word === undefined || waits || fn.getReturnTypeNode() !== undefined ? undefined : withoutWord(word);
}

/** `condition && report(…);` as `if (condition) report(…);`. */
export function reportUnderConditionRewrite(call: CallExpression): Rewrite | undefined {
  const whole = outermost(call).getParent();
  if (!Node.isBinaryExpression(whole) || whole.getRight() !== outermost(call)) return undefined;
  const statement = outermost(whole).getParent();
  if (!Node.isExpressionStatement(statement)) return undefined;
  const condition = unwrapped(whole.getLeft());
  const operator = whole.getOperatorToken().getKind();
  if (operator === SyntaxKind.AmpersandAmpersandToken)
    return replaced(statement, `if (${condition.getText()}) ${call.getText()};`);
  return operator === SyntaxKind.BarBarToken
    ? replaced(statement, `if (${negatedText(condition)}) ${call.getText()};`)
    : undefined;
}

/** The path that a constant holds, written out. */
export function pathRewrite(node: Node): Rewrite | undefined {
  const name = unwrapped(node);
  if (!Node.isIdentifier(name)) return undefined;
  const declaration = declarationOf(name);
  const value = Node.isVariableDeclaration(declaration) ? declaration.getInitializer() : undefined;
  const array = value && unwrapped(value);
  const isPath =
    array !== undefined &&
    Node.isArrayLiteralExpression(array) &&
    array.getElements().every((of) => Node.isStringLiteral(of) || Node.isNumericLiteral(of));
  return isPath ? replaced(node, array.getText()) : undefined;
}
