import type { ProblemCode } from "./problems.js";

/** Why a document cannot be read, with the offset where it shows. */
export interface Refusal {
  readonly code: ProblemCode;
  readonly message: string;
  /** UTF-16 code units from the start of the parsed text. */
  readonly offset: number;
}
