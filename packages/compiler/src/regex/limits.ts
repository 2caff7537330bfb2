import { refusal, type Refusal } from "./refusal.js";
import type { Tree } from "./tree.js";

/** RE2 refuses a repetition of more, and nested ones whose product is more. */
const repetitionLimit = 1000;
/** In instructions of RE2's program, roughly; it gives up far beyond, but compiling takes a millisecond a thousand. */
const sizeLimit = 50_000;
// One character outside ASCII takes up to four bytes, a set of them a small automaton over bytes.
const foreignWeight = 4;
const rangeWeight = 8;

/** The first reason why RE2 would refuse the size of the expression. */
export function exceeds(tree: Tree, length: number): Refusal | undefined {
  const repetition = findRepetition(tree, repetitionLimit);
  if (repetition !== undefined) return repetition;
  if (sizeOf(tree) <= sizeLimit) return undefined;
  const help = "lower the bounds of repetitions, or check the length of the text in another way";
  return refusal(
    "size",
    { start: 0, end: length },
    "the expression is too large once its repetitions are written out",
    help,
  );
}

function findRepetition(tree: Tree, left: number): Refusal | undefined {
  switch (tree.kind) {
    case "alternatives":
    case "sequence":
      for (const part of tree.of) {
        const found = findRepetition(part, left);
        if (found !== undefined) return found;
      }
      return undefined;
    case "repeat": {
      const bound = tree.max ?? tree.min;
      const isCounted = bound > 1;
      if (isCounted && bound > left) {
        const limit = String(repetitionLimit);
        const message = `a repetition of more than ${limit}, nested ones multiplied, is refused by RE2`;
        return refusal("repetition", tree, message, `repeat at most ${limit} times`);
      }
      return findRepetition(tree.of, isCounted ? Math.floor(left / bound) : left);
    }
    case "character":
    case "start":
    case "end":
    case "wordBoundary":
      return undefined;
  }
}

function sizeOf(tree: Tree): number {
  switch (tree.kind) {
    case "alternatives":
    case "sequence":
      return tree.of.reduce((sum, part) => sum + sizeOf(part), tree.of.length);
    case "repeat":
      return sizeOf(tree.of) * Math.max(1, tree.max ?? tree.min + 1) + 1;
    case "character": {
      const [first, last] = [tree.set[0], tree.set.at(-1)];
      if (first === undefined || last === undefined || last[1] < 0x80) return 1;
      return tree.set.length === 1 && first[0] === first[1] ? foreignWeight : rangeWeight * (tree.set.length + 1);
    }
    case "start":
    case "end":
    case "wordBoundary":
      return 1;
  }
}
