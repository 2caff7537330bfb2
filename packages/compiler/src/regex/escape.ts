import {
  codePoints,
  complement,
  digits,
  foldAscii,
  whiteSpace,
  wordCharacters,
  type CodePoints,
} from "./code-points.js";
import { refuse, take, takeCodePoint, takeMatch, type Cursor } from "./cursor.js";

const controlEscapes: Readonly<Record<string, number>> = { t: 0x09, n: 0x0a, v: 0x0b, f: 0x0c, r: 0x0d };

/**
 * Reads what follows a backslash and stands for a character or a set of them, in a class or out of it. `\b`, which is no
 * character outside a class, is the caller's. A set when it may not be the end of a range.
 */
export function parseEscape(cursor: Cursor, start: number): number | CodePoints {
  const shorthand = takeMatch(cursor, /[dDsSwW]/)?.[0];
  if (shorthand !== undefined) return shorthandSet(cursor, shorthand);
  const control = takeMatch(cursor, /[tnvfr]/)?.[0];
  if (control !== undefined) return controlEscapes[control] ?? 0;
  const letter = takeMatch(cursor, /c([A-Za-z])/)?.[1];
  if (letter !== undefined) return letter.charCodeAt(0) % 32;
  const hexadecimal = takeMatch(cursor, /x([0-9A-Fa-f]{2})/)?.[1];
  if (hexadecimal !== undefined) return Number.parseInt(hexadecimal, 16);
  if (cursor.source.startsWith("u", cursor.at)) return parseUnicodeEscape(cursor, start);
  if (takeMatch(cursor, /0(?![0-9])/) !== undefined) return 0;
  return parseIdentityEscape(cursor, start);
}

function shorthandSet(cursor: Cursor, shorthand: string): CodePoints {
  const sets: Readonly<Record<string, CodePoints>> = { d: digits, s: whiteSpace, w: wordCharacters };
  const plain = sets[shorthand.toLowerCase()] ?? [];
  // `\W` excludes whatever folds to a word character, so the folding comes before the complement.
  const folded = cursor.ignoreCase ? foldAscii(plain, cursor.unicode) : plain;
  return shorthand === shorthand.toLowerCase() ? folded : complement(folded);
}

function parseUnicodeEscape(cursor: Cursor, start: number): number {
  if (cursor.unicode) {
    const pair = takeMatch(cursor, /u([Dd][89ABab][0-9A-Fa-f]{2})\\u([Dd][C-Fc-f][0-9A-Fa-f]{2})/);
    if (pair !== undefined) {
      const [high, low] = [Number.parseInt(pair[1] ?? "", 16), Number.parseInt(pair[2] ?? "", 16)];
      return (high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
    }
    const braced = takeMatch(cursor, /u\{([0-9A-Fa-f]+)\}/)?.[1];
    if (braced !== undefined) return Number.parseInt(braced, 16);
  }
  const four = takeMatch(cursor, /u([0-9A-Fa-f]{4})/)?.[1];
  if (four !== undefined) return Number.parseInt(four, 16);
  take(cursor, "u");
  refuse(
    cursor,
    start,
    "unicode-flag",
    "without the `u` flag `\\u` needs four hexadecimal digits, else it is the letter u",
    "add the `u` flag, or write four digits",
  );
  return 0;
}

function parseIdentityEscape(cursor: Cursor, start: number): number {
  if (takeMatch(cursor, /[pP]/) !== undefined) {
    const help = "name the characters by ranges, such as `[a-z0-9]`";
    refuse(cursor, start, "property-escape", "engines know different versions of Unicode properties", help);
    return 0;
  }
  if (takeMatch(cursor, /k|[1-9][0-9]*/) !== undefined) {
    refuse(
      cursor,
      start,
      "backreference",
      "a backreference has no counterpart in RE2",
      "compare the parts in TypeScript",
    );
    return 0;
  }
  const codePoint = takeCodePoint(cursor);
  if (codePoint < 0x80 && !/[A-Za-z0-9]/.test(String.fromCodePoint(codePoint))) return codePoint;
  refuse(
    cursor,
    start,
    "legacy-escape",
    `\`${cursor.source.slice(start, cursor.at)}\` is an escape that has no meaning of its own`,
    "leave out the backslash, or write the character by its number, such as `\\x41`",
  );
  return 0;
}

/** A set of one code point, for an escape that turned out to be a single character. */
export function asSet(read: number | CodePoints): CodePoints {
  return typeof read === "number" ? codePoints([read, read]) : read;
}
