import { parentPort, workerData } from "node:worker_threads";
import { loadWasm } from "../adapters/opa.js";
import { type WasmProgram, type WasmTask, runBatch } from "./wasm-runner.js";
import type { WorkerAnswer } from "./worker-runner.js";

// The other end of worker-runner.ts: one answer for each batch, in order.
const { wasm, kinds } = workerData as WasmProgram;
const loading = loadWasm(wasm);
loading.catch(() => undefined);

parentPort?.on("message", (batch: readonly WasmTask[]) => {
  const answer = (value: WorkerAnswer): void => parentPort?.postMessage(value);
  loading.then(
    (policy) => answer({ outcomes: runBatch(policy, kinds, batch) }),
    (error: unknown) =>
      answer({ failed: `the WASM cannot be loaded: ${error instanceof Error ? error.message : String(error)}` }),
  );
});
