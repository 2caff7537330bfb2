/** Offsets to lines and back, for one file; the line starts are found once, when first asked for. */
export interface LineIndex {
  /** Line and column, both from 1; the column counts UTF-16 code units. */
  place(offset: number): { readonly line: number; readonly column: number };
  /** The lines `from` to `to`, from 1, both included, clipped to the file. */
  lines(from: number, to: number): readonly string[];
}

export function lineIndex(text: string): LineIndex {
  const starts: number[] = [];
  const known = (): readonly number[] => {
    if (starts.length === 0) {
      starts.push(0);
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    }
    return starts;
  };
  const start = (line: number): number => known()[line] ?? text.length + 1;
  return {
    place(offset) {
      const line = lastAtMost(known(), offset);
      return { line: line + 1, column: offset - start(line) + 1 };
    },
    lines(from, to) {
      const found: string[] = [];
      const last = Math.min(to, known().length);
      for (let line = Math.max(from, 1) - 1; line < last; line++) {
        const content = text.slice(start(line), start(line + 1) - 1);
        found.push(content.endsWith("\r") ? content.slice(0, -1) : content);
      }
      return found;
    },
  };
}

/** The index of the last number that is at most `value`, in a sorted list that starts with 0. */
function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
