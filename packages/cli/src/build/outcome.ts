import type { Problem } from "../problem.js";
import type { Products } from "./products.js";
import type { Target } from "./target.js";

/** What became of one policy for one target; `notice`: written, and there is something to know. */
export type Status = "ok" | "notice" | "refused";

/** One target of a build. */
export interface BuiltTarget {
  readonly target: Target;
  /** Files by path below the output folder. */
  readonly files: Products;
  /** The policies that the target cannot hold, by id: none of their objects are among the files. */
  readonly refused: readonly string[];
  /** Why, each at its place. */
  readonly problems: readonly Problem[];
  /** What is written all the same, and should be looked at. */
  readonly warnings: readonly Problem[];
  /** What everybody who uses the target should know. */
  readonly notice?: string;
  /** How its policies are enforced, in one line; only for a cluster. */
  readonly enforcement?: string;
}

/** A build before it is written. */
export interface Outcome {
  readonly policies: readonly { readonly id: string; readonly severity: string; readonly file: string }[];
  readonly targets: readonly BuiltTarget[];
}

/** What the table says of a policy and a target. */
export function statusOf({ refused, notice }: BuiltTarget, policyId: string): Status {
  if (refused.includes(policyId)) return "refused";
  return notice === undefined ? "ok" : "notice";
}
