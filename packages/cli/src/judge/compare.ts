import { compareViolations, type Violation } from "@writ/sdk/runtime";
import type { Opinion } from "./native.js";

/** What is believed about one policy and one document. */
export type Settled =
  | { readonly kind: "violations"; readonly violations: readonly Violation[] }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "differs"; readonly wasm: Opinion; readonly native: Opinion };

/** One opinion as it is. */
export function believe(opinion: Opinion): Settled {
  if ("failed" in opinion) return { kind: "failed", reason: opinion.failed };
  return { kind: "violations", violations: opinion };
}

/** WASM judges; a TypeScript run that says anything else makes it an error, not a verdict. */
export function settle(wasm: Opinion, native: Opinion): Settled {
  if ("failed" in wasm) return { kind: "failed", reason: wasm.failed };
  if ("failed" in native) return { kind: "failed", reason: native.failed };
  return sameViolations(wasm, native) ? { kind: "violations", violations: wasm } : { kind: "differs", wasm, native };
}

/** Whether two lists in canonical order hold the same violations. */
export function sameViolations(left: readonly Violation[], right: readonly Violation[]): boolean {
  return (
    left.length === right.length &&
    left.every((violation, index) => {
      const other = right[index];
      return other !== undefined && compareViolations(violation, other) === 0;
    })
  );
}

/** What was expected and not found, and what was found and not expected. */
export function difference(
  expected: readonly Violation[],
  found: readonly Violation[],
): { missing: readonly Violation[]; extra: readonly Violation[] } {
  const lacks = (list: readonly Violation[]) => (wanted: Violation) =>
    !list.some((other) => sameViolations([wanted], [other]));
  return { missing: expected.filter(lacks(found)), extra: found.filter(lacks(expected)) };
}
