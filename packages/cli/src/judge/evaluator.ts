import type { PolicyRequest } from "@writ/compiler/ir";
import { interpreter } from "@writ/compiler/ir";
import { type LoadedWasm, loadWasm } from "../adapters/opa.js";
import { type KindIndex, type KindPolicies, indexKinds } from "./kind-index.js";
import { type Opinion, runNative } from "./native.js";
import { writtenKind } from "./request.js";
import { runBatch } from "./wasm-runner.js";
import { opinionsOf } from "./wasm-outcome.js";
import type { PolicyEntry, PolicySet } from "../policies/policy-set.js";

/** The evaluators that come with writ. */
export type EvaluatorName = "native" | "interpreter" | "wasm";

/** What judges by the policies of one set. */
export interface Evaluator<Name extends string = string> {
  readonly name: Name;
  /** The opinions of one policy, in the order of the requests. */
  judge(policy: PolicyEntry, requests: readonly PolicyRequest[]): Promise<readonly Opinion[]>;
}

/** The TypeScript, the interpreter that defines the meaning, and OPA's WASM where the set has it. */
export async function ownEvaluators(set: PolicySet): Promise<readonly Evaluator<EvaluatorName>[]> {
  const index = indexKinds(set);
  const wasm = set.opa === undefined ? undefined : await loadWasm(set.opa.wasm);
  const byKind = (name: EvaluatorName, ask: Ask): Evaluator<EvaluatorName> => ({
    name,
    judge: async ({ compiled }, requests) =>
      requests.map((request) => attempt(() => askKind(index, compiled.id, request, ask))),
  });
  const interpreted: Evaluator<EvaluatorName> = {
    name: "interpreter",
    judge: async ({ compiled }, requests) => {
      const judge = interpreter(compiled);
      return requests.map((request) => attempt(() => judge(request)));
    },
  };
  const native = byKind("native", (request, kinds, position) => runNative(request, kinds)[position]);
  if (wasm === undefined) return [native, interpreted];
  return [native, interpreted, byKind("wasm", (request, kinds, position) => inWasm(wasm, request, kinds, position))];
}

type Ask = (request: PolicyRequest, kinds: KindPolicies, position: number) => Opinion | undefined;

function askKind(index: KindIndex, id: string, request: PolicyRequest, ask: Ask): Opinion {
  const kinds = index.get(writtenKind(request.object));
  const position = kinds?.ids.indexOf(id) ?? -1;
  if (kinds === undefined || position === -1) return { failed: "the policy does not match the object" };
  return ask(request, kinds, position) ?? { failed: "it did not run" };
}

function attempt(judge: () => Opinion): Opinion {
  try {
    return judge();
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

function inWasm(
  wasm: LoadedWasm,
  request: PolicyRequest,
  { entrypoint, ids }: KindPolicies,
  position: number,
): Opinion | undefined {
  const kind = { entrypoint: entrypoint ?? "", ids };
  const [outcome] = runBatch(wasm, [kind], [{ kind: 0, json: JSON.stringify(request) }]);
  return outcome === undefined ? undefined : opinionsOf(outcome, ids)[position];
}
