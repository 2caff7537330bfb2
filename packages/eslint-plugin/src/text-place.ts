import type { SourceRange } from "@writ/compiler";

/**
 * Where a range of the compiler begins and ends in a text. The compiler ends lines at line feeds only, ESLint also at the separators
 * U+2028 and U+2029, so lines and columns cannot be handed over as they are.
 */
export function offsetsOf(text: string, range: Omit<SourceRange, "file">): readonly [number, number] {
  const start = offsetOf(text, range.line, range.column);
  return [start, Math.max(start, offsetOf(text, range.endLine, range.endColumn))];
}

function offsetOf(text: string, line: number, column: number): number {
  let lineStart = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const lineFeed = text.indexOf("\n", lineStart);
    if (lineFeed === -1) break;
    lineStart = lineFeed + 1;
  }
  return Math.min(lineStart + column - 1, text.length);
}
