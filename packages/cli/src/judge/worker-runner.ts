import { Worker } from "node:worker_threads";
import type { WasmOutcome } from "./wasm-outcome.js";
import type { WasmProgram, WasmRunner, WasmTask } from "./wasm-runner.js";

/** What the worker answers to a batch. */
export type WorkerAnswer = { readonly outcomes: readonly WasmOutcome[] } | { readonly failed: string };

/**
 * Judges in a worker thread, so that this thread goes on parsing. Requests travel as JSON text: copying a string costs a
 * fraction of cloning a tree, and WASM wants text anyway. Batches are answered in order.
 */
export function inWorker(program: WasmProgram): WasmRunner {
  const worker = new Worker(new URL("./judge-worker.js", import.meta.url), { workerData: program });
  const waiting: { resolve: (outcomes: readonly WasmOutcome[]) => void; size: number }[] = [];
  const state: { broken?: string } = {};
  const fail = (reason: string): void => {
    state.broken = reason;
    for (const { resolve, size } of waiting.splice(0)) resolve(failures(reason, size));
  };
  worker.on("message", (answer: WorkerAnswer) => {
    const next = waiting.shift();
    next?.resolve("outcomes" in answer ? answer.outcomes : failures(answer.failed, next.size));
  });
  worker.on("error", (error) => fail(`the judging thread stopped: ${error.message}`));
  worker.on("exit", () => fail("the judging thread ended"));
  return {
    run(batch: readonly WasmTask[]) {
      if (state.broken !== undefined) return Promise.resolve(failures(state.broken, batch.length));
      return new Promise((resolve) => {
        waiting.push({ resolve, size: batch.length });
        worker.postMessage(batch);
      });
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

function failures(reason: string, size: number): readonly WasmOutcome[] {
  return Array.from({ length: size }, () => ({ failed: reason }));
}
