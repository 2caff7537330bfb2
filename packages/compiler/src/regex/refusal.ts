import type { Extent } from "./tree.js";

/** Why an expression is refused; `writ explain` groups them under the diagnostic of regular expressions. */
export type RefusalCode =
  | "syntax"
  | "flag"
  | "unicode-flag"
  | "lookaround"
  | "backreference"
  | "named-group"
  | "property-escape"
  | "word-boundary"
  | "legacy-escape"
  | "literal-brace"
  | "case-folding"
  | "repetition"
  | "size";

export interface Refusal extends Extent {
  readonly ok: false;
  readonly code: RefusalCode;
  /** What is wrong: lower case, no final period. */
  readonly message: string;
  /** What to write instead. */
  readonly help: string;
}

export function refusal(code: RefusalCode, { start, end }: Extent, message: string, help: string): Refusal {
  return { ok: false, code, start, end, message, help };
}
