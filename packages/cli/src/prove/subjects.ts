import { kindOf } from "@writ/prove";
import type { PolicyRequest } from "@writ/compiler/ir";
import { kindKey } from "@writ/compiler/ir";
import { caseRequest } from "../cases/case-request.js";
import { type PlannedCase, planRounds } from "../cases/plan.js";
import type { Selection } from "../commands/select-policies.js";
import { ownEvaluators } from "../judge/evaluator.js";
import { writtenKind } from "../judge/request.js";
import type { PolicyEntry, PolicySet } from "../policies/policy-set.js";
import { preparePolicies } from "../policies/prepare.js";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";
import type { ProofSubject, Variant } from "./prove-policy.js";
import { type Witness, ownWitness } from "./witness.js";

/** Each of the policies as it is configured, and as its cases have its parameters. */
export async function proofSubjects(
  set: PolicySet,
  ids: readonly string[],
  planned: readonly PlannedCase[],
  selection: Selection,
): Promise<Result<readonly ProofSubject[]>> {
  const own = await ownWitnesses(set);
  const variants = await caseVariants(planned, selection);
  if (!variants.ok) return variants;
  const chosen = set.entries.filter(({ compiled }) => ids.includes(compiled.id));
  return success(
    chosen.map((entry) => [
      { entry, own, labelled: [] },
      ...variants.value.filter((one) => one.entry.compiled.id === entry.compiled.id),
    ]),
  );
}

/** Without the interpreter, which the others are held against. */
async function ownWitnesses(set: PolicySet): Promise<readonly Witness[]> {
  return (await ownEvaluators(set)).filter(({ name }) => name !== "interpreter").map(ownWitness);
}

/** The labelled cases, each group with the policies as its parameters make them. */
async function caseVariants(
  planned: readonly PlannedCase[],
  { loaded, files, cache }: Selection,
): Promise<Result<readonly Variant[]>> {
  const variants: Variant[] = [];
  for (const { params, policies, cases } of planRounds(planned)) {
    const needs = { native: true, wasm: true };
    const set = await preparePolicies({ root: loaded.root, files, params, only: policies, needs }, cache);
    if (!set.ok) return set;
    const own = await ownWitnesses(set.value);
    for (const entry of set.value.entries) {
      const requests = cases
        .filter(({ policy }) => policy === entry.compiled.id)
        .map((labelled) => requestOf(entry, labelled));
      const problems = requests.flatMap((request) => (request.ok ? [] : request.problems));
      if (problems.length > 0) return failure(...problems);
      variants.push({ entry, own, labelled: requests.flatMap((request) => (request.ok ? [request.value] : [])) });
    }
  }
  return success(variants);
}

function requestOf({ compiled }: PolicyEntry, { case: labelled }: PlannedCase): Result<PolicyRequest> {
  const kind = kindOf(labelled.resource, compiled.kinds);
  if (kind !== undefined) return success(caseRequest(labelled, kind));
  const problem: Problem = {
    code: "WRIT4005",
    message: `the policy \`${compiled.id}\` does not match ${writtenKind(labelled.resource)}`,
    help: `it matches ${compiled.kinds.map(kindKey).join(", ")}`,
    file: labelled.file,
  };
  return failure(problem);
}
