import { type WasmOutcome, outcomeOf } from "./wasm-outcome.js";
import { type LoadedWasm, loadWasm } from "../adapters/opa.js";

/** What WASM must know of a kind. */
export interface WasmKind {
  readonly entrypoint: string;
  /** The ids of the policies that must have run. */
  readonly ids: readonly string[];
}

/** A policy.wasm and the kinds that tasks refer to by their index. */
export interface WasmProgram {
  readonly wasm: Uint8Array;
  readonly kinds: readonly WasmKind[];
}

/** A document to judge: its kind, as an index, and its request in JSON. */
export interface WasmTask {
  readonly kind: number;
  readonly json: string;
}

/** Judges batches of documents in WASM. */
export interface WasmRunner {
  run(batch: readonly WasmTask[]): Promise<readonly WasmOutcome[]>;
  close(): Promise<void>;
}

/** Runs a batch on a loaded policy. */
export function runBatch(
  policy: LoadedWasm,
  kinds: readonly WasmKind[],
  batch: readonly WasmTask[],
): readonly WasmOutcome[] {
  return batch.map(({ kind, json }) => {
    const known = kinds[kind];
    if (known === undefined) return { failed: "WASM: unknown kind" };
    const result = policy.tryEvaluateJson(known.entrypoint, json);
    return result.ok ? outcomeOf(result.value, known.ids) : { failed: `WASM: ${result.message}` };
  });
}

/** Judges in this thread: the quickest way for a few documents. */
export function inThisThread({ wasm, kinds }: WasmProgram): WasmRunner {
  const loading = loadWasm(wasm);
  // Reported by the first batch; until then a failure must not count as unhandled.
  loading.catch(() => undefined);
  return {
    run: async (batch) => runBatch(await loading, kinds, batch),
    close: async () => undefined,
  };
}
