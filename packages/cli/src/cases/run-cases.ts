import { interpreter, kindKey } from "@writ/compiler/ir";
import type { PolicyRequest } from "@writ/compiler/ir";
import { type LoadedWasm, loadWasm } from "../adapters/opa.js";
import { sameViolations } from "../judge/compare.js";
import { type KindPolicies, indexKinds } from "../judge/kind-index.js";
import { type Opinion, runNative } from "../judge/native.js";
import type { Engine } from "../judge/pipeline.js";
import { writtenKind } from "../judge/request.js";
import { runBatch } from "../judge/wasm-runner.js";
import { opinionsOf } from "../judge/wasm-outcome.js";
import type { PolicyEntry, PolicySet } from "../policies/policy-set.js";
import { caseRequest } from "./case-request.js";
import type { Case } from "./case.js";

/** Which evaluators a case runs in. */
export type EvaluatorName = "native" | "interpreter" | "wasm";

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

/** Runs cases of the policies of one set; each must get exactly the expected violations from every evaluator. */
export async function runCases(
  cases: readonly { readonly policy: string; readonly case: Case }[],
  set: PolicySet,
  engine: Engine,
): Promise<readonly CaseResult[]> {
  const index = indexKinds(set);
  const wasm = set.wasm === undefined ? undefined : await loadWasm(set.wasm);
  const entries = new Map(set.entries.map((entry) => [entry.compiled.id, entry]));
  return cases.map(({ policy, case: labelled }): CaseResult => {
    const entry = entries.get(policy);
    const kinds = index.get(writtenKind(labelled.resource));
    const position = kinds?.ids.indexOf(policy) ?? -1;
    if (entry === undefined || kinds === undefined || position === -1) return notMatched(labelled, policy, entry);
    const request = caseRequest(labelled, kinds.kind);
    const opinions = evaluatorsOf[engine].map((evaluator) => ({
      evaluator,
      opinion: ask(evaluator, { request, kinds, position, entry, wasm }),
    }));
    const passed = opinions.every(({ opinion }) => !("failed" in opinion) && sameViolations(opinion, labelled.expected));
    return { case: labelled, policy, opinions, passed };
  });
}

/** A resource that the policy never sees would be allowed by every engine: that shows nothing. */
function notMatched(labelled: Case, policy: string, entry: PolicyEntry | undefined): CaseResult {
  const kinds = entry?.compiled.kinds.map(kindKey).join(", ") ?? "";
  const failed = `the policy does not match ${writtenKind(labelled.resource)}: it matches ${kinds}`;
  return { case: labelled, policy, opinions: [{ evaluator: "interpreter", opinion: { failed } }], passed: false };
}

interface Question {
  readonly request: PolicyRequest;
  readonly kinds: KindPolicies;
  /** The place of the policy among those of the kind. */
  readonly position: number;
  readonly entry: PolicyEntry;
  readonly wasm: LoadedWasm | undefined;
}

const missing: Opinion = { failed: "it did not run" };

function ask(evaluator: EvaluatorName, { request, kinds, position, entry, wasm }: Question): Opinion {
  switch (evaluator) {
    case "native":
      return runNative(request, kinds)[position] ?? missing;
    case "interpreter":
      return interpreted(entry, request);
    case "wasm": {
      if (wasm === undefined) return missing;
      const kind = { entrypoint: kinds.entrypoint ?? "", ids: kinds.ids };
      const [outcome] = runBatch(wasm, [kind], [{ kind: 0, json: JSON.stringify(request) }]);
      return outcome === undefined ? missing : (opinionsOf(outcome, kinds.ids)[position] ?? missing);
    }
  }
}

function interpreted({ compiled }: PolicyEntry, request: PolicyRequest): Opinion {
  try {
    return interpreter(compiled)(request);
  } catch (error) {
    return { failed: `the interpreter stops: ${error instanceof Error ? error.message : String(error)}` };
  }
}
