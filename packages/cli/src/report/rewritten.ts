import type { ProblemEdit } from "../problem.js";

/** A line of a file after an edit, with its number there before. */
export interface RewrittenLine {
  readonly line: number;
  readonly text: string;
}

/** The lines of a text that edits change, as they are afterwards, in the order of the file. The edits do not overlap. */
export function rewrittenLines(text: string, edits: readonly ProblemEdit[]): readonly RewrittenLine[] {
  const lines = text.split(/\r?\n/);
  return stretches(edits).flatMap(({ first, last, edits: own }) => {
    const before = lines.slice(first - 1, last).join("\n");
    const starts = lines
      .slice(first - 1, last)
      .map((_, index, all) => all.slice(0, index).join("\n").length + Math.min(index, 1));
    const offset = (line: number, column: number): number => (starts[line - first] ?? 0) + column - 1;
    const after = own.reduceRight(
      (of, { range, text: written }) =>
        of.slice(0, offset(range.line, range.column)) + written + of.slice(offset(range.endLine, range.endColumn)),
      before,
    );
    return after.split("\n").map((written, index) => ({ line: first + index, text: written }));
  });
}

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly edits: readonly ProblemEdit[];
}

/** Edits on the same lines together, in their order. */
function stretches(edits: readonly ProblemEdit[]): readonly Stretch[] {
  const ordered = [...edits].sort((a, b) => a.range.line - b.range.line || a.range.column - b.range.column);
  return ordered.reduce<readonly Stretch[]>((found, edit) => {
    const { line: first, endLine } = edit.range;
    const last = found.at(-1);
    if (last === undefined || last.last < first) return [...found, { first, last: endLine, edits: [edit] }];
    return [
      ...found.slice(0, -1),
      { first: last.first, last: Math.max(last.last, endLine), edits: [...last.edits, edit] },
    ];
  }, []);
}
