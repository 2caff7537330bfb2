import type { CodePoints, RegexTree } from "@writ/compiler/ir";

/** Texts about one part of an expression: what it matches first, and what takes another way through it or just misses it. */
interface Texts {
  readonly plain: string;
  readonly others: readonly string[];
}

/**
 * Texts at which a regular expression turns. For each choice in it (a branch, a count, a character, an anchor) one that takes another
 * way there, or just misses it, and the first way everywhere else: a matcher that reads any part differently says something else of one.
 */
export function turningTexts(tree: RegexTree): readonly string[] {
  const { plain, others } = textsOf(tree);
  return [...new Set([plain, ...others])];
}

function textsOf(tree: RegexTree): Texts {
  switch (tree.kind) {
    case "alternatives": {
      const [first = nothing, ...rest] = tree.of.map(textsOf);
      return { plain: first.plain, others: [...rest.map(({ plain }) => plain), ...[first, ...rest].flatMap(othersOf)] };
    }
    case "sequence":
      return sequenceOf(partsOf(tree.of));
    case "repeat":
      return repetitionOf(textsOf(tree.of), tree.min, tree.max);
    case "character":
      return charactersOf(tree.set);
    case "start":
    case "end":
      // Where a text must begin or end, it does not.
      return { plain: "", others: ["x"] };
    case "wordBoundary":
      return { plain: "", others: ["x", " "] };
  }
}

const nothing: Texts = { plain: "", others: [] };

function othersOf({ others }: Texts): readonly string[] {
  return others;
}

/** The parts of a sequence; characters that follow one another are one word, which is spelt wrong as a whole. */
function partsOf(of: readonly RegexTree[]): readonly Texts[] {
  const parts: Texts[] = [];
  let word = "";
  const endWord = (): void => {
    if (word !== "") parts.push(wordOf(word));
    word = "";
  };
  for (const part of of) {
    const letter = part.kind === "character" ? onlyCharacter(part.set) : undefined;
    if (letter !== undefined) word += letter;
    else {
      endWord();
      parts.push(textsOf(part));
    }
  }
  endWord();
  return parts;
}

function onlyCharacter(set: CodePoints): string | undefined {
  const [[first, last] = [0, 1], second] = set;
  return second === undefined && first === last && isCharacter(first) ? String.fromCodePoint(first) : undefined;
}

function wordOf(word: string): Texts {
  const letters = [...word];
  const without = letters.length === 1 ? [] : [letters.slice(1).join(""), letters.slice(0, -1).join("")];
  const other = letters.at(-1) === "x" ? "y" : "x";
  return { plain: word, others: [...without, letters.with(-1, other).join(""), letters.with(0, other).join("")] };
}

function sequenceOf(parts: readonly Texts[]): Texts {
  const plain = parts.map((part) => part.plain);
  return {
    plain: plain.join(""),
    // A part may also be missing.
    others: parts.flatMap(({ others }, index) => ["", ...others].map((other) => plain.with(index, other).join(""))),
  };
}

/** Repetitions that are written out: no text need be longer for a bound to show. */
const longest = 70;

function repetitionOf({ plain, others }: Texts, min: number, max = Number.POSITIVE_INFINITY): Texts {
  const usual = Math.min(Math.max(1, min), max, longest);
  const counts = [min - 1, min, min + 1, 2, max, max + 1].filter(
    (count) => count >= 0 && count <= longest && count !== usual,
  );
  const rest = plain.repeat(Math.max(0, usual - 1));
  return {
    plain: plain.repeat(usual),
    others: [...[...new Set(counts)].map((count) => plain.repeat(count)), ...others.map((other) => other + rest)],
  };
}

/** Ranges of a set whose ends are tried. */
const rangesTried = 4;

function charactersOf(set: CodePoints): Texts {
  const only = onlyCharacter(set);
  if (only !== undefined) return wordOf(only);
  const ranges = set.slice(0, rangesTried);
  const ends = ranges.flatMap(([first, last]) => [first, last]);
  const beside = ranges.flatMap(([first, last]) => [first - 1, last + 1]);
  const named = ["a", "/", "0"].flatMap((text) => text.codePointAt(0) ?? []).find((one) => isIn(set, one));
  const usual = named ?? ends.find((one) => one > 0x20 && one < 0x7f) ?? ends[0];
  const texts = [...ends, ...beside].filter(isCharacter).map((one) => String.fromCodePoint(one));
  return { plain: usual === undefined || !isCharacter(usual) ? "" : String.fromCodePoint(usual), others: texts };
}

function isIn(set: CodePoints, codePoint: number): boolean {
  return set.some(([first, last]) => first <= codePoint && codePoint <= last);
}

/** Whether a well-formed text can hold it. */
function isCharacter(codePoint: number): boolean {
  return codePoint >= 0 && codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff);
}
