import { foldExplicit, type Characters } from "./character.js";
import { codePoints, complement, union, type CodePoints } from "./code-points.js";
import { isAtEnd, take, takeCodePoint, takeMatch, type Cursor } from "./cursor.js";
import { asSet, parseEscape } from "./escape.js";

/** Reads a class after its `[`. Cases are folded member by member, before the complement, so the result is final. */
export function parseClass(cursor: Cursor): Characters {
  const isNegated = take(cursor, "^");
  const members: CodePoints[] = [];
  while (!isAtEnd(cursor) && !take(cursor, "]")) members.push(...parseMembers(cursor));
  const set = union(...members);
  return { set: isNegated ? complement(set) : set, isExplicit: false };
}

function parseMembers(cursor: Cursor): readonly CodePoints[] {
  const start = cursor.at;
  const first = parseClassAtom(cursor);
  if (cursor.source.startsWith("]", cursor.at + 1) || !take(cursor, "-")) return [folded(cursor, start, first)];
  const last = parseClassAtom(cursor);
  if (typeof first === "number" && typeof last === "number") {
    return [folded(cursor, start, codePoints([first, last]), true)];
  }
  // Next to a shorthand the hyphen stands for itself.
  return [folded(cursor, start, first), asSet(0x2d), folded(cursor, start, last)];
}

// A shorthand such as `\W` is closed under folding as it was read; what the author named is not.
function folded(
  cursor: Cursor,
  start: number,
  read: number | CodePoints,
  isNamed = typeof read === "number",
): CodePoints {
  return isNamed && cursor.ignoreCase ? foldExplicit(cursor, start, asSet(read)) : asSet(read);
}

function parseClassAtom(cursor: Cursor): number | CodePoints {
  const start = cursor.at;
  if (!take(cursor, "\\")) return takeCodePoint(cursor);
  if (takeMatch(cursor, /b/) !== undefined) return 0x08;
  return parseEscape(cursor, start);
}
