import { type WasmOutcome, outcomeOf } from "./wasm-outcome.js";
import { type LoadedWasm, loadWasm } from "../adapters/opa.js";

/** Documents of one kind each, as requests in JSON. */
export interface WasmTask {
  readonly entrypoint: string;
  readonly ids: readonly string[];
  readonly json: string;
}

/** Judges batches of documents in WASM. */
export interface WasmRunner {
  run(batch: readonly WasmTask[]): Promise<readonly WasmOutcome[]>;
  close(): Promise<void>;
}

/** Runs a batch on a loaded policy. */
export function runBatch(policy: LoadedWasm, batch: readonly WasmTask[]): readonly WasmOutcome[] {
  return batch.map(({ entrypoint, ids, json }) => {
    const result = policy.tryEvaluateJson(entrypoint, json);
    return result.ok ? outcomeOf(result.value, ids) : { failed: `WASM: ${result.message}` };
  });
}

/** Judges in this thread: the quickest way for a few documents. */
export function inThisThread(wasm: Uint8Array): WasmRunner {
  const loading = loadWasm(wasm);
  // Reported by the first batch; until then a failure must not count as unhandled.
  loading.catch(() => undefined);
  return {
    run: async (batch) => runBatch(await loading, batch),
    close: async () => undefined,
  };
}
