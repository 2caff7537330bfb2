/** A set of code points: ranges in order, both ends included, neither overlapping nor touching. */
export type CodePoints = readonly Range[];
type Range = readonly [first: number, last: number];

const lastCodePoint = 0x10ffff;
const surrogates: Range = [0xd800, 0xdfff];

export function codePoints(...ranges: readonly Range[]): CodePoints {
  const merged: [number, number][] = [];
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const previous = merged.at(-1);
    if (previous !== undefined && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else merged.push([first, last]);
  }
  return merged;
}

export function union(...sets: readonly CodePoints[]): CodePoints {
  return codePoints(...sets.flat());
}

export function complement(set: CodePoints): CodePoints {
  const gaps: Range[] = [];
  let next = 0;
  for (const [first, last] of set) {
    if (first > next) gaps.push([next, first - 1]);
    next = last + 1;
  }
  if (next <= lastCodePoint) gaps.push([next, lastCodePoint]);
  return gaps;
}

export function has(set: CodePoints, codePoint: number): boolean {
  return set.some(([first, last]) => first <= codePoint && codePoint <= last);
}

/** Whether the set holds half a surrogate pair. */
export function hasSurrogates(set: CodePoints): boolean {
  return set.some(([first, last]) => first <= surrogates[1] && last >= surrogates[0]);
}

/** The set without surrogates, which no well-formed text holds. */
export function withoutSurrogates(set: CodePoints): CodePoints {
  return complement(union(complement(set), [surrogates]));
}

/** The set with all surrogates: the same for well-formed texts, and often fewer ranges. */
export function withSurrogates(set: CodePoints): CodePoints {
  return union(set, [surrogates]);
}

export const digits = codePoints([0x30, 0x39]);
export const wordCharacters = codePoints([0x30, 0x39], [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]);
export const lineTerminators = codePoints([0x0a, 0x0a], [0x0d, 0x0d], [0x2028, 0x2029]);

/** What JavaScript's `\s` matches: its white space and line terminators. RE2's is five ASCII characters. */
export const whiteSpace = codePoints(
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
);

const caseDistance = 0x20;

/**
 * The set and the other case of its ASCII letters. With the `u` flag JavaScript also folds U+017F to `s` and U+212A to `k`,
 * the only characters outside ASCII that meet an ASCII letter.
 */
export function foldAscii(set: CodePoints, unicode: boolean): CodePoints {
  const added: Range[] = [];
  for (const [first, last] of set) {
    const upper: Range = [Math.max(first, 0x41), Math.min(last, 0x5a)];
    if (upper[0] <= upper[1]) added.push([upper[0] + caseDistance, upper[1] + caseDistance]);
    const lower: Range = [Math.max(first, 0x61), Math.min(last, 0x7a)];
    if (lower[0] <= lower[1]) added.push([lower[0] - caseDistance, lower[1] - caseDistance]);
  }
  const folded = union(set, codePoints(...added));
  const special: Range[] = [];
  if (unicode && has(folded, 0x73)) special.push([0x17f, 0x17f]);
  if (unicode && has(folded, 0x6b)) special.push([0x212a, 0x212a]);
  return union(folded, codePoints(...special));
}

const cased = /[\p{Changes_When_Casemapped}\p{Changes_When_Casefolded}\p{Lowercase}\p{Uppercase}\p{Titlecase_Letter}]/u;
const inspected = 4096;

/** Whether the set holds a letter outside ASCII that has another case, or too many characters to tell. */
export function hasForeignCase(set: CodePoints): boolean {
  const foreign = set.flatMap(([first, last]): Range[] => (last < 0x80 ? [] : [[Math.max(first, 0x80), last]]));
  const size = foreign.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  if (size > inspected) return true;
  return foreign.some(([first, last]) => {
    for (let codePoint = first; codePoint <= last; codePoint += 1) {
      if (cased.test(String.fromCodePoint(codePoint))) return true;
    }
    return false;
  });
}
