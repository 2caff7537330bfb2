import type { PolicyRequest } from "@writ/compiler/ir";
import { sameViolations } from "../judge/compare.js";
import type { Evaluator } from "../judge/evaluator.js";
import type { Opinion } from "../judge/native.js";
import type { PolicyEntry } from "../policies/policy-set.js";

/** An input on which an evaluator says something else than the interpreter, which defines the meaning. */
export interface Disagreement {
  readonly policy: string;
  readonly evaluator: string;
  readonly request: PolicyRequest;
  readonly expected: Opinion;
  readonly found: Opinion;
}

/** Whether two opinions are the same verdict. No verdict is never the same as anything. */
export function isSameOpinion(left: Opinion, right: Opinion): boolean {
  return !("failed" in left) && !("failed" in right) && sameViolations(left, right);
}

/** Asks every evaluator about every request, and answers the first disagreement of each. */
export async function disagreements(
  entry: PolicyEntry,
  reference: Evaluator,
  others: readonly Evaluator[],
  requests: readonly PolicyRequest[],
): Promise<readonly Disagreement[]> {
  const expected = await reference.judge(entry, requests);
  const found: Disagreement[] = [];
  for (const other of others) {
    const opinions = await other.judge(entry, requests);
    const at = requests.findIndex((_, index) => !isSameOpinion(opinionAt(expected, index), opinionAt(opinions, index)));
    const request = requests[at];
    if (request === undefined) continue;
    const [said, meant] = [opinionAt(opinions, at), opinionAt(expected, at)];
    found.push({ policy: entry.compiled.id, evaluator: other.name, request, expected: meant, found: said });
  }
  return found;
}

function opinionAt(opinions: readonly Opinion[], index: number): Opinion {
  return opinions[index] ?? { failed: "it gave no verdict" };
}
