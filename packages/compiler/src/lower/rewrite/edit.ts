import { Node, type SourceFile, SyntaxKind } from "ts-morph";

/** A stretch of a file and what to write there. */
export interface Edit {
  readonly source: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The code that a diagnostic proposes: edits that belong together and do not overlap, the one at the problem first. */
export type Rewrite = readonly [Edit, ...Edit[]];

/** Writes `text` in the place of a node. */
export function replaced(node: Node, text: string, ...others: readonly Edit[]): Rewrite {
  return [{ source: node.getSourceFile(), start: node.getStart(), end: node.getEnd(), text }, ...others];
}

/** Writes `text` from where one node starts to where another one ends. */
export function replacedFrom(first: Node, last: Node, text: string): Rewrite {
  return [{ source: first.getSourceFile(), start: first.getStart(), end: last.getEnd(), text }];
}

/** Removes a word and the space after it. */
export function withoutWord(word: Node): Rewrite {
  const source = word.getSourceFile();
  const rest = source.getFullText().slice(word.getEnd());
  const space = /^\s*/.exec(rest)?.[0].length ?? 0;
  return [{ source, start: word.getStart(), end: word.getEnd() + space, text: "" }];
}

/** Removes a statement, with its line when nothing else stands there. */
export function withoutStatement(statement: Node): Rewrite {
  const source = statement.getSourceFile();
  const text = source.getFullText();
  const before = /\n[ \t]*$/.exec(text.slice(0, statement.getStart()))?.[0].length ?? 0;
  const isAlone = before > 0 && /^[ \t]*\r?\n/.test(text.slice(statement.getEnd()));
  return [{ source, start: statement.getStart() - (isAlone ? before : 0), end: statement.getEnd(), text: "" }];
}

/** The text of a node with some of the nodes below it written otherwise. */
export function textWith(node: Node, changes: readonly { readonly node: Node; readonly text: string }[]): string {
  const start = node.getStart();
  const ordered = [...changes].sort((a, b) => b.node.getStart() - a.node.getStart());
  return ordered.reduce(
    (text, { node: at, text: written }) =>
      text.slice(0, at.getStart() - start) + written + text.slice(at.getEnd() - start),
    node.getText(),
  );
}

/** The text of an expression as the operand of a tight operator (`!x`, `x.y`, `x === y`): in parentheses where it needs them. */
export function operandText(node: Node): string {
  const text = node.getText();
  const binds =
    Node.isIdentifier(node) ||
    Node.isPropertyAccessExpression(node) ||
    Node.isElementAccessExpression(node) ||
    Node.isCallExpression(node) ||
    Node.isParenthesizedExpression(node) ||
    Node.isArrayLiteralExpression(node) ||
    Node.isLiteralExpression(node) ||
    Node.isTemplateExpression(node) ||
    Node.isThisExpression(node);
  return binds ? text : `(${text})`;
}

/** Whether reading an expression twice is as clear as reading it once, and the type checker narrows it: `pod.spec.hostname`. */
export function isReference(node: Node): boolean {
  if (Node.isPropertyAccessExpression(node)) return isReference(node.getExpression());
  if (Node.isElementAccessExpression(node)) {
    const key = node.getArgumentExpression();
    return isReference(node.getExpression()) && key !== undefined && Node.isLiteralExpression(key);
  }
  return Node.isIdentifier(node);
}

/** The text of the opposite of a condition. */
export function negatedText(condition: Node): string {
  if (Node.isPrefixUnaryExpression(condition) && condition.getOperatorToken() === SyntaxKind.ExclamationToken)
    return condition.getOperand().getText();
  const operator = Node.isBinaryExpression(condition) ? condition.getOperatorToken() : undefined;
  if (operator?.getText() === "===" || operator?.getText() === "!==")
    return textWith(condition, [{ node: operator, text: operator.getText() === "===" ? "!==" : "===" }]);
  return `!${operandText(condition)}`;
}
