import type { PolicyRequest } from "@writ/compiler/ir";
import type { InputDocument, InputFile } from "@writ/inputs";
import { type Settled, believe, settle } from "./compare.js";
import type { KindPolicies } from "./kind-index.js";
import { type Opinion, runNative } from "./native.js";
import { type WasmOutcome, opinionsOf } from "./wasm-outcome.js";
import { type WasmRunner, type WasmTask, inThisThread } from "./wasm-runner.js";

export type Engine = "both" | "wasm" | "native";

/** A document on its way to a verdict. */
export interface Task {
  /** The place of the document in the run, for a stable order of the report. */
  readonly order: number;
  readonly file: InputFile;
  readonly document: InputDocument;
  readonly kind: KindPolicies;
  readonly request: PolicyRequest;
}

export interface PipelineOptions {
  readonly engine: Engine;
  readonly wasm: Uint8Array | undefined;
  /** Gets each task with what is believed of it, in the order of the kind's policies. */
  readonly onVerdict: (task: Task, settled: readonly Settled[]) => void;
}

/** Judges documents as they come, a few batches at a time. */
export interface Pipeline {
  /** Takes a document; waits when too many are on their way. */
  submit(task: Task): Promise<void> | undefined;
  /** Waits for every verdict. */
  finish(): Promise<void>;
}

/** Documents a batch: enough to make messages cheap, few enough to keep both threads busy. */
const batchSize = 64;
/** From here on a worker thread, which takes some 30 ms to start, is quicker than judging in this one. */
const workerFrom = 256;
/** Batches judged at once by the worker while this thread parses on: bounds memory. */
const batchesAhead = 4;
/** JSON of a batch, in UTF-16 units: a batch of huge documents is closed early. */
const batchLength = 2 * 1024 * 1024;

interface Batch {
  readonly tasks: Task[];
  readonly wasm: WasmTask[];
  length: number;
}

export function openPipeline(options: PipelineOptions): Pipeline {
  return options.engine === "native" || options.wasm === undefined ? nativePipeline(options) : wasmPipeline(options, options.wasm);
}

function nativePipeline({ onVerdict }: PipelineOptions): Pipeline {
  return {
    submit: (task) => {
      onVerdict(task, runNative(task.request, task.kind).map(believe));
      return undefined;
    },
    finish: async () => undefined,
  };
}

function wasmPipeline(options: PipelineOptions, wasm: Uint8Array): Pipeline {
  const held: Batch[] = [];
  const running: Promise<void>[] = [];
  const state: { open: Batch; runner?: WasmRunner; taken: number } = { open: emptyBatch(), taken: 0 };

  const start = (batch: Batch, runner: WasmRunner): void => {
    running.push(judgeBatch(batch, runner, options, running.at(-1)));
  };
  const close = async (): Promise<void> => {
    held.push(state.open);
    state.open = emptyBatch();
    if (state.taken < workerFrom) return;
    if (state.runner === undefined) {
      const { inWorker } = await import("./worker-runner.js");
      state.runner = inWorker(wasm);
    }
    for (const batch of held.splice(0)) start(batch, state.runner);
    while (running.length > batchesAhead) await running.shift();
  };
  return {
    submit(task) {
      const json = JSON.stringify(task.request);
      const { open } = state;
      open.tasks.push(task);
      open.wasm.push({ entrypoint: task.kind.entrypoint ?? "", ids: task.kind.ids, json });
      open.length += json.length;
      state.taken += 1;
      return open.tasks.length >= batchSize || open.length >= batchLength ? close() : undefined;
    },
    async finish() {
      held.push(state.open);
      const runner = (state.runner ??= inThisThread(wasm));
      try {
        for (const batch of held.splice(0)) start(batch, runner);
        for (const batch of running.splice(0)) await batch;
      } finally {
        await runner.close();
      }
    },
  };
}

function emptyBatch(): Batch {
  return { tasks: [], wasm: [], length: 0 };
}

/** The worker judges while the TypeScript runs here; verdicts are given after those of the batch before. */
async function judgeBatch(batch: Batch, runner: WasmRunner, options: PipelineOptions, previous: Promise<void> | undefined): Promise<void> {
  const judged = runner.run(batch.wasm);
  const native = options.engine === "both" ? batch.tasks.map(({ request, kind }) => runNative(request, kind)) : undefined;
  const outcomes = await judged;
  await previous;
  for (const [index, task] of batch.tasks.entries()) {
    const outcome: WasmOutcome = outcomes[index] ?? (outcomes.length > index ? null : { failed: "no answer from WASM" });
    options.onVerdict(task, settleAll(opinionsOf(outcome, task.kind.ids), native?.[index]));
  }
}

function settleAll(wasm: readonly Opinion[], native: readonly Opinion[] | undefined): readonly Settled[] {
  if (native === undefined) return wasm.map(believe);
  return wasm.map((opinion, index) => settle(opinion, native[index] ?? { failed: "its TypeScript did not run" }));
}
