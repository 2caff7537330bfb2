import { mutationScore, type InputPlan, type Mutant } from "@writ/prove";
import type { Span } from "@writ/compiler/ir";
import { buildId, version } from "../build-id.js";
import { hashOf } from "../policies/fingerprint.js";
import type { Discovery } from "./engines/discover.js";
import type { PolicyProof } from "./prove-policy.js";
import { type Testimony, sampleSize } from "./testimony.js";

/** An engine as a certificate names it. */
export interface ProvingEngine {
  readonly name: string;
  readonly version: string;
  /** The witnesses that it is: one for each form in which it judges a policy. */
  readonly witnesses: readonly { readonly name: string; readonly what: string; readonly isSlow: boolean }[];
}

/** What a proof showed, and with whom. */
export interface Proof {
  readonly policies: readonly PolicyProof[];
  readonly plan: InputPlan;
  readonly engines: readonly ProvingEngine[];
  readonly absent: Discovery["absent"];
}

/** A witness that was heard about every policy. */
export interface WitnessTotal {
  readonly inputs: number;
  readonly agreed: number;
  readonly differ: number;
  readonly notAsked: Readonly<Record<string, number>>;
  readonly notAdmissible: Readonly<Record<string, number>>;
  readonly knownGaps: Readonly<Record<string, number>>;
}

/** Whether nothing differs and every engine gave its verdicts. */
export function isAgreement({ policies }: Proof): boolean {
  return policies.every(({ testimonies }) => testimonies.every(isAgreeing));
}

export function isAgreeing({ differ, broken }: Testimony): boolean {
  return differ === 0 && broken === undefined;
}

/** What a proof showed, for machines. The same policies, cases, seed and versions give the same bytes. */
export function certificate(proof: Proof) {
  const { policies, plan, engines, absent } = proof;
  return {
    writ: version,
    build: buildId,
    seed: plan.seed,
    agreed: isAgreement(proof),
    engines: engines.map(({ name, version: of, witnesses }) => ({
      name,
      version: of,
      judges: witnesses.map((witness) => ({
        witness: witness.name,
        what: witness.what,
        // What somebody wrote down goes to every witness, for the parameters that it was written for.
        asked: witness.isSlow
          ? `each case, and every nth of what is made: at most ${String(sampleSize)} for each set of parameters`
          : "everything",
        ...totalOf(policies, witness.name),
      })),
    })),
    notFound: absent.map(({ name, sought }) => ({ name, sought })),
    policies: policies.map(policyCertificate),
  };
}

/** The sum of what a witness said. */
export function totalOf(policies: readonly PolicyProof[], witness: string): WitnessTotal {
  const own = policies.flatMap(({ testimonies }) => testimonies.filter((one) => one.witness === witness));
  const sum = (count: (one: Testimony) => number): number => own.reduce((total, one) => total + count(one), 0);
  return {
    inputs: sum(({ inputs }) => inputs),
    agreed: sum(({ agreed }) => agreed),
    differ: sum(({ differ }) => differ),
    notAsked: summed(own.map(({ notAsked }) => notAsked)),
    notAdmissible: summed(own.map(({ notAdmissible }) => notAdmissible)),
    knownGaps: summed(own.map(({ knownGaps }) => knownGaps)),
  };
}

function summed(counts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const [reason, count] of counts.flatMap(Object.entries<number>))
    sums.set(reason, (sums.get(reason) ?? 0) + count);
  return Object.fromEntries([...sums].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function policyCertificate({ policy, inputs, testimonies, coverage, mutation }: PolicyProof) {
  const { id, file, line, ir, params } = policy.compiled;
  const place = ([index, at, column]: Span) => `${ir.files[index] ?? file}:${String(at)}:${String(column)}`;
  const listed = (mutants: readonly Mutant[]) =>
    mutants.map((one) => ({ mutant: one.id, what: one.what, at: place(one.span) }));
  return {
    id,
    declared: `${file}:${String(line)}`,
    // What was proved: the meaning, not the spelling.
    ir: hashOf(JSON.stringify([ir.rules, ir.shapes, params])),
    inputs,
    witnesses: testimonies,
    coverage: {
      branches: coverage.branches,
      covered: coverage.covered,
      uncovered: coverage.uncovered.map(({ span, never }) => ({ at: place(span), never })),
    },
    mutants: {
      killed: mutation.killed.length,
      killedBySearch: mutation.killedBySearch.length,
      survived: listed(mutation.survived),
      presumedEquivalent: listed(mutation.presumedEquivalent),
      score: Number(mutationScore(mutation).toFixed(4)),
    },
  };
}
