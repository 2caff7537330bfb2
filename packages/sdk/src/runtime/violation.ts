import type { PathSegment } from "../context.js";

/** A place in a document: field names and list indices from the root. */
export type Path = readonly PathSegment[];

/** One finding of one policy in one document. */
export interface Violation {
  readonly path: Path;
  readonly message: string;
}

/**
 * The canonical order: by path, then message. Paths compare segment by segment: an index comes before a name, indices by
 * number, names by code point, and a path before everything below it.
 */
export function compareViolations(a: Violation, b: Violation): number {
  return comparePaths(a.path, b.path) || compareCodePoints(a.message, b.message);
}

/** The set of violations in canonical order: sorted, each once. Engines report in their own order and may repeat. */
export function sortViolations(violations: readonly Violation[]): Violation[] {
  const sorted = [...violations].sort(compareViolations);
  return sorted.filter((violation, index) => {
    const previous = sorted[index - 1];
    return previous === undefined || compareViolations(previous, violation) !== 0;
  });
}

function comparePaths(a: Path, b: Path): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    const order = compareSegments(left, right);
    if (order !== 0) return order;
  }
  return a.length < b.length ? -1 : 0;
}

function compareSegments(a: PathSegment, b: PathSegment): number {
  if (typeof a === "number") return typeof b === "number" ? a - b : -1;
  return typeof b === "number" ? 1 : compareCodePoints(a, b);
}

// `<` compares UTF-16 units, which puts U+1F600 before U+FFFD; every engine sorts by code point (UTF-8 bytes).
function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    // Lifting surrogates above every other unit makes the order of units the order of code points.
    if (left !== right) return lifted(left) - lifted(right);
  }
  return a.length - b.length;
}

function lifted(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
