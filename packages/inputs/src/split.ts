/** The text between two document separators. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  /** What stands after `---` on the line that opens the chunk; Kubernetes takes only a comment there. */
  readonly trailing?: { readonly text: string; readonly offset: number };
}

const separator = "---";

/**
 * Splits at every line that starts with `---`, whatever the YAML around it says, as the YAML reader of
 * k8s.io/apimachinery does before any parser sees the text.
 */
export function* split(text: string): Generator<Chunk> {
  let opening: Pick<Chunk, "start" | "trailing"> = { start: 0 };
  let line = text.startsWith(separator) ? 0 : nextSeparator(text, 0);
  while (line >= 0) {
    if (line > 0) yield { ...opening, end: line };
    opening = afterSeparator(text, line);
    line = nextSeparator(text, Math.max(line, opening.start - 1));
  }
  yield { ...opening, end: text.length };
}

function nextSeparator(text: string, from: number): number {
  const found = text.indexOf(`\n${separator}`, from);
  return found < 0 ? -1 : found + 1;
}

function afterSeparator(text: string, line: number): Pick<Chunk, "start" | "trailing"> {
  const breakAt = text.indexOf("\n", line);
  const lineEnd = breakAt < 0 ? text.length : breakAt;
  const start = breakAt < 0 ? text.length : breakAt + 1;
  const rest = text.slice(line + separator.length, lineEnd);
  const trimmed = rest.trim();
  if (trimmed === "" || trimmed.startsWith("#")) return { start };
  const offset = line + separator.length + rest.indexOf(trimmed.charAt(0));
  return { start, trailing: { text: trimmed, offset } };
}
