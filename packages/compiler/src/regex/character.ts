import { foldAscii, hasForeignCase, hasSurrogates, type CodePoints } from "./code-points.js";
import { refuse, type Cursor } from "./cursor.js";
import type { Tree } from "./tree.js";

/** The characters that one atom stands for, as they were read. */
export interface Characters {
  readonly set: CodePoints;
  /** Whether the author named characters, whose other cases then count; not so for `.`, `\d` and their like. */
  readonly isExplicit: boolean;
}

/**
 * One character of a set. Without the `u` flag JavaScript matches halves of surrogate pairs, and RE2 whole characters: what
 * could match a half is refused. With `i` the other cases join the set, as RE2's own folding differs.
 */
export function characterOf(cursor: Cursor, start: number, { set, isExplicit }: Characters): Tree {
  if (!cursor.unicode && (hasSurrogates(set) || set.some(([, last]) => last > 0xffff))) {
    refuse(
      cursor,
      start,
      "unicode-flag",
      "without the `u` flag this matches half of a character beyond U+FFFF",
      "add the `u` flag",
    );
  }
  if (!cursor.ignoreCase || !isExplicit) return { kind: "character", set };
  return { kind: "character", set: foldExplicit(cursor, start, set) };
}

/** The named characters in all their cases; letters outside ASCII are refused. */
export function foldExplicit(cursor: Cursor, start: number, set: CodePoints): CodePoints {
  if (hasForeignCase(set)) {
    refuse(
      cursor,
      start,
      "case-folding",
      "with the `i` flag engines differ in the cases of letters outside ASCII",
      "leave out the `i` flag and name both cases",
    );
  }
  return foldAscii(set, cursor.unicode);
}
