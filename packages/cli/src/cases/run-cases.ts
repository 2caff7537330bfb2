import { kindKey } from "@writ/compiler/ir";
import { sameViolations } from "../judge/compare.js";
import { type EvaluatorName, ownEvaluators } from "../judge/evaluator.js";
import type { Opinion } from "../judge/native.js";
import type { Engine } from "../judge/pipeline.js";
import { writtenKind } from "../judge/request.js";
import type { PolicyEntry, PolicySet } from "../policies/policy-set.js";
import { caseRequest } from "./case-request.js";
import type { Case } from "./case.js";

export interface CaseResult {
  readonly case: Case;
  readonly policy: string;
  readonly opinions: readonly { readonly evaluator: EvaluatorName; readonly opinion: Opinion }[];
  readonly passed: boolean;
}

/** Evaluators that an engine stands for; the interpreter, which defines the meaning, always runs. */
export const evaluatorsOf: Readonly<Record<Engine, readonly EvaluatorName[]>> = {
  both: ["native", "interpreter", "wasm"],
  native: ["native", "interpreter"],
  wasm: ["interpreter", "wasm"],
};

const missing: Opinion = { failed: "it did not run" };

/** Runs cases of the policies of one set; each must get exactly the expected violations from every evaluator. */
export async function runCases(
  cases: readonly { readonly policy: string; readonly case: Case }[],
  set: PolicySet,
  engine: Engine,
): Promise<readonly CaseResult[]> {
  const own = await ownEvaluators(set);
  const results: CaseResult[] = [];
  for (const { policy, case: labelled } of cases) {
    const entry = set.entries.find(({ compiled }) => compiled.id === policy);
    const kind = entry?.compiled.kinds.find((one) => kindKey(one) === writtenKind(labelled.resource));
    if (entry === undefined || kind === undefined) {
      results.push(notMatched(labelled, policy, entry));
      continue;
    }
    const { operations } = entry.compiled;
    if (!operations.includes(labelled.operation)) {
      const others = `${labelled.operation}: it judges ${operations.join(", ")}`;
      results.push(unseen(labelled, policy, `the policy does not judge ${others}`));
      continue;
    }
    const request = caseRequest(labelled, kind);
    const opinions: { evaluator: EvaluatorName; opinion: Opinion }[] = [];
    for (const evaluator of evaluatorsOf[engine]) {
      const [opinion] = (await own.find(({ name }) => name === evaluator)?.judge(entry, [request])) ?? [];
      opinions.push({ evaluator, opinion: opinion ?? missing });
    }
    const passed = opinions.every(
      ({ opinion }) => !("failed" in opinion) && sameViolations(opinion, labelled.expected),
    );
    results.push({ case: labelled, policy, opinions, passed });
  }
  return results;
}

/** A resource that the policy never sees would be allowed by every engine: that shows nothing. */
function notMatched(labelled: Case, policy: string, entry: PolicyEntry | undefined): CaseResult {
  const kinds = entry?.compiled.kinds.map(kindKey).join(", ") ?? "";
  return unseen(labelled, policy, `the policy does not match ${writtenKind(labelled.resource)}: it matches ${kinds}`);
}

function unseen(labelled: Case, policy: string, failed: string): CaseResult {
  return { case: labelled, policy, opinions: [{ evaluator: "interpreter", opinion: { failed } }], passed: false };
}
