import type { PolicyRequest } from "@writ/compiler/ir";
import type { Asked } from "@writ/prove/engines";
import type { Subject } from "./subject.js";

/** One engine with one form of the policy: a column of the matrix. */
export interface Column {
  readonly name: string;
  /** The engine and its version. */
  readonly engine: string;
  /** Why the policy has no form there; undefined when it has one. */
  readonly refusal: (subject: Subject) => string | undefined;
  /** An answer for each request, in order. */
  readonly judge: (subject: Subject, requests: readonly PolicyRequest[]) => Promise<readonly Asked[]>;
  readonly close: () => Promise<void>;
}
