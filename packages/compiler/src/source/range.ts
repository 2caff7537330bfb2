import path from "node:path";
import type { Node } from "ts-morph";
import type { SourceRange } from "../diagnostics/index.js";

/** The place of a node, in a file named relative to `root`. */
export function rangeOf(node: Node, root: string): SourceRange {
  const source = node.getSourceFile();
  const start = source.getLineAndColumnAtPos(node.getStart());
  const end = source.getLineAndColumnAtPos(node.getEnd());
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
