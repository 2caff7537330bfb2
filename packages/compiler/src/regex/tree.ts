import type { CodePoints } from "./code-points.js";

/** A place in the source of the expression, in UTF-16 units. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A regular expression that means the same to JavaScript and RE2. Groups are what the tree's shape says. */
export type Tree =
  | { readonly kind: "alternatives"; readonly of: readonly Tree[] }
  | { readonly kind: "sequence"; readonly of: readonly Tree[] }
  /** `max` absent: no upper bound. Whether it is lazy does not matter to a test. */
  | ({ readonly kind: "repeat"; readonly of: Tree; readonly min: number; readonly max?: number } & Extent)
  /** One character of the set; none matches when it is empty. */
  | { readonly kind: "character"; readonly set: CodePoints }
  | { readonly kind: "start" }
  | { readonly kind: "end" }
  | { readonly kind: "wordBoundary" };
