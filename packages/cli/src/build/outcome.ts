import type { Problem } from "../problem.js";
import type { Products } from "./products.js";
import type { Target } from "./target.js";

/** What became of one policy for one target; `notice`: written, and there is something to know. */
export type Status = "ok" | "notice" | "refused";

/** Something in a policy that its user should look at: `place` is where, with the code and the way out. */
export interface Warning {
  readonly policy: string;
  readonly what: string;
  readonly place: Omit<Problem, "message">;
}

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
  readonly warnings: readonly Warning[];
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

/** The warnings of all targets: one for a place of a policy, with the targets that have it, in the words of the first. */
export function warningsOf({ targets }: Outcome): readonly Problem[] {
  const found = new Map<string, { readonly warning: Warning; readonly targets: Target[] }>();
  for (const { target, warnings } of targets) {
    for (const warning of warnings) {
      const { code, file, line, column } = warning.place;
      const key = JSON.stringify([warning.policy, code, file, line, column]);
      const known = found.get(key) ?? { warning, targets: [] };
      found.set(key, known);
      known.targets.push(target);
    }
  }
  return [...found.values()].map(({ warning: { policy, what, place }, targets: having }) => ({
    ...place,
    message: `\`${policy}\` for ${having.join(", ")}: ${what}`,
  }));
}

/** What the table says of a policy and a target. */
export function statusOf({ refused, notice }: BuiltTarget, policyId: string): Status {
  if (refused.includes(policyId)) return "refused";
  return notice === undefined ? "ok" : "notice";
}
