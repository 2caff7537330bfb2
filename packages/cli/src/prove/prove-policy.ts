import type { PolicyRequest } from "@writ/compiler/ir";
import { type Coverage, type InputPlan, type MutationInput, type MutationResult } from "@writ/prove";
import { coverageOf, inputsFor, runMutants, shrinkRequest } from "@writ/prove";
import type { Evaluator } from "../judge/evaluator.js";
import type { PolicyEntry } from "../policies/policy-set.js";
import { type Disagreement, disagreements } from "./agreement.js";

/** What is to be shown about a policy: the evaluators of the set that it belongs to, the first of which defines the meaning. */
export interface ProofSubject {
  readonly entry: PolicyEntry;
  readonly evaluators: readonly [Evaluator, ...Evaluator[]];
  /** Requests that somebody wrote down, each group with the policy as its parameters make it. */
  readonly labelled: readonly LabelledGroup[];
}

export interface LabelledGroup {
  readonly entry: PolicyEntry;
  readonly evaluators: readonly [Evaluator, ...Evaluator[]];
  readonly requests: readonly PolicyRequest[];
}

export interface PolicyProof {
  readonly policy: PolicyEntry;
  readonly inputs: { readonly labelled: number; readonly generated: number };
  /** What each evaluator answered, and where one differs, the smallest request that shows it. */
  readonly disagreements: readonly Disagreement[];
  readonly coverage: Coverage;
  readonly mutation: MutationResult;
}

/** Holds the evaluators together on labelled and made inputs, and then asks whether these inputs would show a mistake. */
export async function provePolicy(subject: ProofSubject, plan: InputPlan): Promise<PolicyProof> {
  const { entry, evaluators, labelled } = subject;
  const generated = inputsFor(entry.compiled, plan);
  const groups = [...labelled, { entry, evaluators, requests: generated }];
  const found: Disagreement[] = [];
  for (const group of groups) {
    for (const one of await differences(group)) {
      if (!found.some(({ evaluator }) => evaluator === one.evaluator)) found.push(one);
    }
  }
  const inputs: MutationInput[] = groups.flatMap(({ entry: { compiled }, requests }) =>
    requests.map((request) => ({ request, params: compiled.params })),
  );
  return {
    policy: entry,
    inputs: { labelled: labelled.reduce((sum, { requests }) => sum + requests.length, 0), generated: generated.length },
    disagreements: found,
    coverage: coverageOf(entry.compiled, inputs),
    mutation: runMutants(entry.compiled, inputs),
  };
}

async function differences({ entry, evaluators, requests }: LabelledGroup): Promise<readonly Disagreement[]> {
  const [reference, ...others] = evaluators;
  const found = await disagreements(entry, reference, others, requests);
  return Promise.all(found.map((one) => smallest(entry, evaluators, one)));
}

async function smallest(
  entry: PolicyEntry,
  [reference, ...others]: ProofSubject["evaluators"],
  found: Disagreement,
): Promise<Disagreement> {
  const other = others.filter(({ name }) => name === found.evaluator);
  const ask = (request: PolicyRequest) => disagreements(entry, reference, other, [request]);
  const request = await shrinkRequest(found.request, async (candidate) => (await ask(candidate)).length > 0);
  const [shrunk] = await ask(request);
  return shrunk ?? found;
}
