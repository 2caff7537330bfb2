import {
  complement,
  digits,
  has,
  withoutSurrogates,
  withSurrogates,
  wordCharacters,
  type CodePoints,
} from "./code-points.js";
import type { Tree } from "./tree.js";

/** The tree in RE2's syntax, as Go and C++ read it: ASCII without a backquote or a control character, and without flags. */
export function print(tree: Tree): string {
  switch (tree.kind) {
    case "alternatives":
      return tree.of.map(print).join("|");
    case "sequence":
      return tree.of.map((part) => (part.kind === "alternatives" ? group(part) : print(part))).join("");
    case "repeat":
      return `${isSingle(tree.of) ? print(tree.of) : group(tree.of)}${printBounds(tree.min, tree.max)}`;
    case "character":
      return printSet(tree.set);
    case "start":
      return "^";
    case "end":
      return "$";
    case "wordBoundary":
      return "\\b";
  }
}

function group(tree: Tree): string {
  return `(?:${print(tree)})`;
}

// RE2 reads `^*` and `\b*` as mistakes, and a second quantifier as laziness or a mistake.
function isSingle(tree: Tree): boolean {
  return tree.kind === "character";
}

function printBounds(min: number, max: number | undefined): string {
  if (max === undefined) return min < 2 ? (["*", "+"][min] ?? "") : `{${String(min)},}`;
  if (min === 0 && max === 1) return "?";
  return min === max ? `{${String(min)}}` : `{${String(min)},${String(max)}}`;
}

const everything = "[\\x00-\\x{10FFFF}]";
const nothing = "[^\\x00-\\x{10FFFF}]";

function printSet(set: CodePoints): string {
  if (has(set, 0x10ffff)) {
    const excluded = withoutSurrogates(complement(withSurrogates(set)));
    return excluded.length === 0 ? everything : `[^${printRanges(excluded)}]`;
  }
  const wanted = withoutSurrogates(set);
  const [only] = wanted;
  if (only === undefined) return nothing;
  if (wanted.length === 1 && only[0] === only[1]) return printCodePoint(only[0], /[\\.+*?()|[\]{}^$]/);
  if (isSame(wanted, digits)) return "\\d";
  const misread = misreadPairs.find(([upper, lower]) =>
    isSame(wanted, [
      [upper, upper],
      [lower, lower],
    ]),
  );
  if (misread !== undefined) return group({ kind: "alternatives", of: misread.map(characterTree) });
  return isSame(wanted, wordCharacters) ? "\\w" : `[${printRanges(wanted)}]`;
}

// RE2 in C++ takes `[Kk]` for a `k` of any case and, where that is one of several alternatives, adds U+212A; so `[Ss]` and U+017F.
const misreadPairs = [
  [0x4b, 0x6b],
  [0x53, 0x73],
] as const;

function characterTree(codePoint: number): Tree {
  return { kind: "character", set: [[codePoint, codePoint]] };
}

function isSame(a: CodePoints, b: CodePoints): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function printRanges(set: CodePoints): string {
  const one = (codePoint: number): string => printCodePoint(codePoint, /[\\[\]^-]/);
  return set
    .map(([first, last]) => {
      if (first === last) return one(first);
      return last === first + 1 ? one(first) + one(last) : `${one(first)}-${one(last)}`;
    })
    .join("");
}

const named: Readonly<Record<number, string>> = { 0x09: "\\t", 0x0a: "\\n", 0x0d: "\\r" };

// A backquote would end a raw string of Rego; other characters are written by number for the reader's sake.
function printCodePoint(codePoint: number, special: RegExp): string {
  const character = String.fromCodePoint(codePoint);
  if (special.test(character)) return `\\${character}`;
  if (codePoint >= 0x20 && codePoint < 0x7f && character !== "`") return character;
  const hexadecimal = codePoint.toString(16).toUpperCase();
  return named[codePoint] ?? (codePoint < 0x100 ? `\\x${hexadecimal.padStart(2, "0")}` : `\\x{${hexadecimal}}`);
}
