import { parseClass } from "./class.js";
import { complement, lineTerminators, type CodePoints } from "./code-points.js";
import { isAtEnd, refuse, take, takeCodePoint, takeMatch, type Cursor } from "./cursor.js";
import { asSet, parseEscape } from "./escape.js";
import type { Refusal } from "./refusal.js";
import { characterOf } from "./character.js";
import type { Tree } from "./tree.js";

const deepest = 100;
const empty: Tree = { kind: "sequence", of: [] };

/** The tree of an expression that JavaScript accepts, or the first reason why RE2 would not match alike. */
export function parse(source: string, unicode: boolean, ignoreCase: boolean): Tree | Refusal {
  const cursor: Cursor = { source, unicode, ignoreCase, at: 0, refused: undefined };
  const tree = parseAlternatives(cursor, 0);
  return cursor.refused ?? tree;
}

function parseAlternatives(cursor: Cursor, depth: number): Tree {
  const alternatives: Tree[] = [];
  do alternatives.push(parseSequence(cursor, depth));
  while (take(cursor, "|"));
  const [only] = alternatives;
  return alternatives.length === 1 && only !== undefined ? only : { kind: "alternatives", of: alternatives };
}

function parseSequence(cursor: Cursor, depth: number): Tree {
  const terms: Tree[] = [];
  while (!isAtEnd(cursor) && !/[|)]/.test(cursor.source.charAt(cursor.at))) terms.push(parseTerm(cursor, depth));
  const [only] = terms;
  return terms.length === 1 && only !== undefined ? only : { kind: "sequence", of: terms };
}

function parseTerm(cursor: Cursor, depth: number): Tree {
  const atom = parseAtom(cursor, depth);
  const start = cursor.at;
  const quantifier = takeMatch(cursor, /([*+?]|\{([0-9]+)(,([0-9]*))?\})\??/);
  if (quantifier === undefined) return atom;
  const [, sign, least, comma, most] = quantifier;
  const extent = { start, end: cursor.at };
  if (sign === "*") return { kind: "repeat", of: atom, min: 0, ...extent };
  if (sign === "+") return { kind: "repeat", of: atom, min: 1, ...extent };
  if (sign === "?") return { kind: "repeat", of: atom, min: 0, max: 1, ...extent };
  const min = Number(least);
  if (comma === undefined) return { kind: "repeat", of: atom, min, max: min, ...extent };
  return { kind: "repeat", of: atom, min, ...(most === "" ? {} : { max: Number(most) }), ...extent };
}

function parseAtom(cursor: Cursor, depth: number): Tree {
  const start = cursor.at;
  if (take(cursor, "^")) return { kind: "start" };
  if (take(cursor, "$")) return { kind: "end" };
  if (take(cursor, "(")) return parseGroup(cursor, start, depth);
  if (take(cursor, "[")) return characterOf(cursor, start, parseClass(cursor));
  if (take(cursor, ".")) return characterOf(cursor, start, { set: complement(lineTerminators), isExplicit: false });
  if (take(cursor, "\\")) return parseBackslash(cursor, start);
  const codePoint = takeCodePoint(cursor);
  if (codePoint === 0x7b) {
    refuse(
      cursor,
      start,
      "literal-brace",
      "this `{` begins no repetition, so it stands for itself",
      "escape it as `\\{`; a repetition is `{2}`, `{2,}` or `{2,5}`",
    );
    return empty;
  }
  return characterOf(cursor, start, { set: [[codePoint, codePoint]], isExplicit: true });
}

function parseGroup(cursor: Cursor, start: number, depth: number): Tree {
  if (depth >= deepest) {
    refuse(
      cursor,
      start,
      "size",
      `groups are nested more than ${String(deepest)} deep`,
      "split the expression into several tests",
    );
    return empty;
  }
  if (takeMatch(cursor, /\?<?[=!]/) !== undefined) {
    refuse(
      cursor,
      start,
      "lookaround",
      "a lookahead or lookbehind has no counterpart in RE2",
      "test a second expression and join the two with `&&` or `!`",
    );
    return empty;
  }
  if (takeMatch(cursor, /\?</) !== undefined) {
    refuse(
      cursor,
      start,
      "named-group",
      "engines differ in how they name groups",
      "write the group without a name: `(?:…)`",
    );
    return empty;
  }
  if (!take(cursor, "?:") && takeMatch(cursor, /\?/) !== undefined) {
    refuse(
      cursor,
      start,
      "syntax",
      "a group with modifiers cannot be translated",
      "write both cases out, such as `[aA]`",
    );
    return empty;
  }
  const tree = parseAlternatives(cursor, depth + 1);
  take(cursor, ")");
  return tree;
}

function parseBackslash(cursor: Cursor, start: number): Tree {
  if (takeMatch(cursor, /B/) !== undefined) {
    refuse(
      cursor,
      start,
      "word-boundary",
      "`\\B` also holds inside a character for engines that match bytes",
      "name the neighbouring characters, such as `[a-z]x`",
    );
    return empty;
  }
  if (takeMatch(cursor, /b/) === undefined) {
    const read: number | CodePoints = parseEscape(cursor, start);
    return characterOf(cursor, start, { set: asSet(read), isExplicit: typeof read === "number" });
  }
  if (cursor.unicode && cursor.ignoreCase) {
    const help = "leave out the `i` or the `u` flag";
    refuse(cursor, start, "word-boundary", "with the flags `i` and `u`, `\\b` also looks at U+017F and U+212A", help);
  }
  return { kind: "wordBoundary" };
}
