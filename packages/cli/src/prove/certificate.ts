import { mutationScore, type InputPlan, type Mutant } from "@writ/prove";
import type { Span } from "@writ/compiler/ir";
import { buildId, version } from "../build-id.js";
import { hashOf } from "../policies/fingerprint.js";
import type { PolicyProof } from "./prove-policy.js";

/** An evaluator as a certificate names it. */
export interface ProvingEngine {
  readonly name: string;
  readonly version: string;
}

/** What a proof showed, for machines. The same policies, cases, seed and versions give the same bytes. */
export function certificate(proofs: readonly PolicyProof[], plan: InputPlan, engines: readonly ProvingEngine[]) {
  return {
    writ: version,
    build: buildId,
    seed: plan.seed,
    engines,
    agreed: proofs.every(({ disagreements }) => disagreements.length === 0),
    policies: proofs.map(policyCertificate),
  };
}

function policyCertificate({ policy, inputs, disagreements, coverage, mutation }: PolicyProof) {
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
    differences: disagreements.map(({ evaluator, request, expected, found }) => ({
      evaluator,
      request,
      expected,
      found,
    })),
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
