import { cells, printable } from "./terminal-text.js";
import type { Style } from "./style.js";

/** The part of a text that a frame marks. 1-based; columns count UTF-16 code units; the end is exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Consecutive lines of a text, without their line breaks. */
export interface Excerpt {
  readonly firstLine: number;
  readonly lines: readonly string[];
}

/** How many lines a frame shows before and after the marked one. */
export const contextLines = 2;

/** The lines of `text` that a frame of `span` needs, found without splitting the whole text. */
export function excerptOf(text: string, span: Pick<Span, "line">): Excerpt {
  const firstLine = Math.max(1, span.line - contextLines);
  const lines: string[] = [];
  let start = 0;
  for (let line = 1; line <= span.line + contextLines; line++) {
    const end = text.indexOf("\n", start);
    if (line >= firstLine) lines.push(text.slice(start, end === -1 ? undefined : end).replace(/\r$/, ""));
    if (end === -1) break;
    start = end + 1;
  }
  return { firstLine, lines };
}

/** The excerpt with line numbers, and a caret line under what is marked. Lines longer than the style's width are cut. */
export function renderFrame(excerpt: Excerpt, span: Span, style: Style, paint: (text: string) => string): string[] {
  const lines = withoutEmptyEnd(excerpt, span);
  const gutter = String(excerpt.firstLine + lines.length - 1).length;
  const room = Math.max(20, style.width - gutter - 7);
  const marked = excerpt.lines[span.line - excerpt.firstLine] ?? "";
  const window = windowOf(marked, span, room);
  const rows: string[] = [];
  for (const [index, line] of lines.entries()) {
    const number = excerpt.firstLine + index;
    const label = String(number).padStart(gutter);
    const shown = cut(line, window.from, room);
    if (number !== span.line) {
      rows.push(style.dim(`    ${label} │ ${shown}`).trimEnd());
      continue;
    }
    rows.push(`  ${paint(">")} ${label} ${style.dim("│")} ${shown}`.trimEnd());
    rows.push(
      `    ${" ".repeat(gutter)} ${style.dim("│")} ${" ".repeat(window.indent)}${paint("^".repeat(window.length))}`,
    );
  }
  return rows;
}

/** Without empty lines below the mark: they say nothing, and every file ends with one. */
function withoutEmptyEnd({ firstLine, lines }: Excerpt, { line }: Span): readonly string[] {
  let end = lines.length;
  while (firstLine + end - 1 > line && lines[end - 1]?.trim() === "") end -= 1;
  return lines.slice(0, end);
}

interface Window {
  /** First code unit shown. */
  readonly from: number;
  /** Cells before the caret. */
  readonly indent: number;
  /** Carets. */
  readonly length: number;
}

function windowOf(line: string, span: Span, room: number): Window {
  const start = Math.min(Math.max(0, span.column - 1), line.length);
  const end = span.endLine > span.line ? line.trimEnd().length : Math.min(span.endColumn - 1, line.length);
  const needsShift = cells(printable(line.slice(0, Math.max(end, start + 1)))) > room;
  // A third of the room before the mark keeps what it belongs to in sight.
  const from = needsShift ? boundary(line, Math.max(0, start - Math.floor(room / 3))) : 0;
  const indent = cells(shownPrefix(line, from, start));
  const length = Math.max(1, Math.min(cells(printable(line.slice(start, end))), room - indent));
  return { from, indent, length };
}

function shownPrefix(line: string, from: number, to: number): string {
  return (from > 0 ? "…" : "") + printable(line.slice(from, to));
}

/** Moves an index off the middle of a surrogate pair. */
function boundary(line: string, index: number): number {
  const code = line.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index + 1 : index;
}

function cut(line: string, from: number, room: number): string {
  if (from >= line.length) return from > 0 && line.length > 0 ? "…" : "";
  // A line of megabytes is cut before it is measured; a cell takes at most a few code units.
  const text = shownPrefix(line, from, Math.min(line.length, from + room * 4));
  if (cells(text) <= room && from + room * 4 >= line.length) return text;
  let kept = "";
  let used = 0;
  for (const character of text) {
    const next = cells(character);
    if (used + next > room - 1) return `${kept}…`;
    kept += character;
    used += next;
  }
  return kept;
}
