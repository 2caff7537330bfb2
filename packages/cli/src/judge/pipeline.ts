import { setImmediate as nextTurn } from "node:timers/promises";
import type { JsonObject, PolicyRequest } from "@writ/compiler/ir";
import type { InputDocument, InputFile } from "@writ/inputs";
import { type Settled, believe, settle } from "./compare.js";
import type { KindIndex, KindPolicies } from "./kind-index.js";
import { type Opinion, runNative } from "./native.js";
import { type WasmOutcome, opinionsOf } from "./wasm-outcome.js";
import { type WasmProgram, type WasmRunner, type WasmTask, inThisThread } from "./wasm-runner.js";

export type Engine = "both" | "wasm" | "native";

/** A document on its way to a verdict. */
export interface Task {
  /** The place of the document in the run, for a stable order of the report. */
  readonly order: number;
  readonly file: InputFile;
  readonly document: InputDocument;
  readonly kind: KindPolicies;
  readonly request: PolicyRequest;
  /** The object as the file has it, where the request is about what the API server makes of it. */
  readonly written?: JsonObject;
}

export interface PipelineOptions {
  readonly engine: Engine;
  readonly wasm: Uint8Array | undefined;
  readonly index: KindIndex;
  /** Gets each task, in any order, with what is believed of it, in the order of the kind's policies. */
  readonly onVerdict: (task: Task, settled: readonly Settled[]) => void;
}

/** Judges documents as they come, a few batches at a time. */
export interface Pipeline {
  /** Takes a document; a promise when judging has to catch up first. */
  submit(task: Task): Promise<void> | undefined;
  /** Waits for every verdict. */
  finish(): Promise<void>;
}

/** Documents a batch: enough to make messages cheap, few enough to keep both threads busy. */
const batchSize = 64;
/** From here on a worker thread, which takes some 30 ms to start, is quicker than judging in this one. */
const workerFrom = 256;
/** Batches that wait for the worker. When it has as many, this thread judges one itself: no core idles, memory is bounded. */
const batchesAhead = 4;
/** JSON of a batch, in UTF-16 units: a batch of huge documents is closed early. */
const batchLength = 2 * 1024 * 1024;

interface Batch {
  readonly tasks: Task[];
  readonly wasm: WasmTask[];
  length: number;
}

export function openPipeline(options: PipelineOptions): Pipeline {
  return options.engine === "native" || options.wasm === undefined
    ? nativePipeline(options)
    : wasmPipeline(options, options.wasm);
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
  const kinds = [...options.index.values()].map(({ entrypoint, ids }) => ({ entrypoint: entrypoint ?? "", ids }));
  const program: WasmProgram = { wasm, kinds };
  const held: Batch[] = [];
  const running: Promise<void>[] = [];
  // Loaded at once: WebAssembly compiles in the background while the first file is read.
  const here = inThisThread(program);
  const state: State = { open: emptyBatch(), taken: 0, away: 0 };

  const dispatch = async (batch: Batch, worker: WasmRunner): Promise<void> => {
    if (state.away >= batchesAhead) return judgeBatch(batch, here, options);
    state.away += 1;
    const judged = judgeBatch(batch, worker, options).finally(() => (state.away -= 1));
    // Awaited at the end; until then a failure must not count as unhandled.
    judged.catch(() => undefined);
    running.push(judged);
  };
  const close = async (): Promise<void> => {
    held.push(state.open);
    state.open = emptyBatch();
    if (state.taken < workerFrom) return;
    state.worker ??= await startWorker(program);
    for (const batch of held.splice(0)) await dispatch(batch, state.worker);
    // The worker's answers come in between turns of the event loop.
    await nextTurn();
  };
  return {
    submit(task) {
      const json = JSON.stringify(task.request);
      const { open } = state;
      open.tasks.push(task);
      open.wasm.push({ kind: task.kind.number, json });
      open.length += json.length;
      state.taken += 1;
      return open.tasks.length >= batchSize || open.length >= batchLength ? close() : undefined;
    },
    async finish() {
      held.push(state.open);
      try {
        for (const batch of held.splice(0)) {
          await (state.worker === undefined ? judgeBatch(batch, here, options) : dispatch(batch, state.worker));
        }
        for (const batch of running.splice(0)) await batch;
      } finally {
        await state.worker?.close();
      }
    },
  };
}

interface State {
  open: Batch;
  /** Documents submitted so far. */
  taken: number;
  /** Batches that the worker has not answered yet. */
  away: number;
  worker?: WasmRunner;
}

async function startWorker(program: WasmProgram): Promise<WasmRunner> {
  const { inWorker } = await import("./worker-runner.js");
  return inWorker(program);
}

function emptyBatch(): Batch {
  return { tasks: [], wasm: [], length: 0 };
}

/** Runs the TypeScript here while the runner judges; the order of verdicts does not matter, tasks know their place. */
async function judgeBatch(batch: Batch, runner: WasmRunner, options: PipelineOptions): Promise<void> {
  const judged = runner.run(batch.wasm);
  const native =
    options.engine === "both" ? batch.tasks.map(({ request, kind }) => runNative(request, kind)) : undefined;
  const outcomes = await judged;
  for (const [index, task] of batch.tasks.entries()) {
    const outcome = index < outcomes.length ? outcomes[index] : undefined;
    const given: WasmOutcome = outcome === undefined ? { failed: "no answer from WASM" } : outcome;
    options.onVerdict(task, settleAll(opinionsOf(given, task.kind.ids), native?.[index]));
  }
}

function settleAll(wasm: readonly Opinion[], native: readonly Opinion[] | undefined): readonly Settled[] {
  if (native === undefined) return wasm.map(believe);
  return wasm.map((opinion, index) => settle(opinion, native[index] ?? { failed: "its TypeScript did not run" }));
}
