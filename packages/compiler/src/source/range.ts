import path from "node:path";
import type { Node, SourceFile } from "ts-morph";
import type { SourceRange } from "../diagnostics/index.js";

/** The place of a node, in a file named relative to `root`. */
export function rangeOf(node: Node, root: string): SourceRange {
  return rangeOfText(node.getSourceFile(), node.getStart(), node.getEnd(), root);
}

/** The place of a stretch of a file's text, in a file named relative to `root`. */
export function rangeOfText(source: SourceFile, from: number, to: number, root: string): SourceRange {
  const start = source.getLineAndColumnAtPos(from);
  const end = source.getLineAndColumnAtPos(to);
  return {
    file: relativeName(root, source.getFilePath()),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** A file's name relative to `root`, with forward slashes on every system. */
export function relativeName(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join("/");
}

/** The source text of a node, short enough for a message. */
export function sourceText(node: Node): string {
  const text = node.getText().replace(/\s+/g, " ");
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
