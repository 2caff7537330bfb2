import type { JsonObject } from "@writ/compiler/ir";
import { coverageOf, inputsFor, runMutants } from "@writ/prove";
import type { Coverage, InputPlan, MutationInput, MutationResult } from "@writ/prove";
import type { PolicyRequest } from "@writ/compiler/ir";
import type { PolicyEntry } from "../policies/policy-set.js";
import { type Hearing, type InputGroup, type Testimony, hear } from "./testimony.js";
import type { Witness } from "./witness.js";

/** A policy as one set of parameters makes it, and the evaluators of the set that it belongs to. */
export interface Variant {
  readonly entry: PolicyEntry;
  readonly own: readonly Witness[];
  /** Requests that somebody wrote down for it. */
  readonly labelled: readonly PolicyRequest[];
}

/** What is to be shown about a policy: as it is configured, then as its cases have it. */
export type ProofSubject = readonly [configured: Variant, ...ofCases: readonly Variant[]];

export interface PolicyProof {
  readonly policy: PolicyEntry;
  readonly inputs: { readonly labelled: number; readonly generated: number };
  /** One for each witness, in their order. */
  readonly testimonies: readonly Testimony[];
  readonly coverage: Coverage;
  readonly mutation: MutationResult;
}

/** How a proof is made, whatever the policy is. */
export interface ProofOptions {
  readonly plan: InputPlan;
  readonly foreign: readonly Witness[];
  /** Witnesses that broke at an earlier policy, with why: they are not asked again. */
  readonly broken: ReadonlyMap<string, string>;
  /** Called when a witness has been heard, with how many verdicts it was asked for. */
  readonly heard?: (witness: string, inputs: number) => void;
}

/** Holds the witnesses against the meaning on labelled and made inputs, and then asks whether these inputs would show a mistake. */
export async function provePolicy(subject: ProofSubject, options: ProofOptions): Promise<PolicyProof> {
  const [{ entry }] = subject;
  const variants = distinctVariants(subject);
  const groups = variants.map(({ entry: of, labelled }, index): InputGroup => {
    // What is random about a policy is not so for the parameters of a case.
    const plan = index === 0 ? options.plan : { ...options.plan, random: 0, ...fewer };
    const seeds = index === 0 ? allLabelled(variants) : labelled;
    const written = new Set(labelled.map(textOf));
    const generated = inputsFor(of.compiled, plan, seeds).filter((request) => !written.has(textOf(request)));
    return { entry: of, labelled, generated };
  });
  const inputs: MutationInput[] = groups.flatMap(({ entry: { compiled }, labelled, generated }) =>
    [...labelled, ...generated].map((request) => ({ request, params: compiled.params })),
  );
  return {
    policy: entry,
    inputs: {
      labelled: groups.reduce((sum, { labelled }) => sum + labelled.length, 0),
      generated: groups.reduce((sum, { generated }) => sum + generated.length, 0),
    },
    testimonies: await hearAll(variants, groups, options),
    coverage: coverageOf(entry.compiled, inputs),
    mutation: runMutants(entry.compiled, inputs),
  };
}

/** Inputs for the parameters of a case, beside those at which comparisons turn. */
const fewer = { small: 60, derived: 40 };

/** Variants with the same parameters are one. */
function distinctVariants(subject: ProofSubject): readonly Variant[] {
  const byParams = new Map<string, Variant>();
  for (const variant of subject) {
    const key = paramsKey(variant.entry.compiled.params);
    const before = byParams.get(key);
    const labelled = [...(before?.labelled ?? []), ...variant.labelled];
    const distinct = [...new Map(labelled.map((request) => [textOf(request), request])).values()];
    byParams.set(key, { ...(before ?? variant), labelled: distinct });
  }
  return [...byParams.values()];
}

function paramsKey(params: JsonObject): string {
  return JSON.stringify(Object.entries(params).sort(([left], [right]) => (left < right ? -1 : 1)));
}

function allLabelled(variants: readonly Variant[]): readonly PolicyRequest[] {
  return variants.flatMap(({ labelled }) => labelled);
}

function textOf(request: PolicyRequest): string {
  return JSON.stringify(request);
}

async function hearAll(
  variants: readonly Variant[],
  groups: readonly InputGroup[],
  { foreign, broken, heard }: ProofOptions,
): Promise<readonly Testimony[]> {
  const own = variants[0]?.own ?? [];
  const hearingsOf = (pick: (variant: Variant) => Witness | undefined): readonly Hearing[] =>
    variants.flatMap((variant, index) => {
      const [witness, group] = [pick(variant), groups[index]];
      return witness === undefined || group === undefined ? [] : [{ witness, group }];
    });
  const all: readonly (readonly [string, readonly Hearing[]])[] = [
    ...own.map(({ name }) => [name, hearingsOf((of) => of.own.find((one) => one.name === name))] as const),
    ...foreign.map((witness) => [witness.name, hearingsOf(() => witness)] as const),
  ];
  // Foreign engines are processes of their own: all judge at once.
  return Promise.all(
    all.map(async ([name, hearings]) => {
      const before = broken.get(name);
      const testimony = before === undefined ? await hear(name, hearings) : unheard(name, before);
      heard?.(name, testimony.inputs);
      return testimony;
    }),
  );
}

function unheard(witness: string, reason: string): Testimony {
  return { witness, inputs: 0, agreed: 0, differ: 0, notAsked: {}, notAdmissible: {}, knownGaps: {}, broken: reason };
}
