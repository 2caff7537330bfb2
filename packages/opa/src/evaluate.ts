import * as opaWasm from "@open-policy-agent/opa-wasm";

/**
 * What one evaluation gave. It is a failure when the entrypoint is missing or undefined, the policy aborted, or the input was too
 * deep to read: a policy that could not run must never look like one that found nothing.
 */
export type Evaluation =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: "missing" | "undefined" | "aborted"; readonly message: string };

/** A policy.wasm that is ready to judge. One input at a time; a failed evaluation leaves it usable. */
export interface LoadedPolicy {
  /** Names for the methods below, sorted. */
  readonly entrypoints: readonly string[];
  /** The value of the entrypoint, or undefined for every kind of failure. */
  readonly evaluate: (entrypoint: string, input: unknown) => unknown;
  /** The same with the reason of a failure. */
  readonly tryEvaluate: (entrypoint: string, input: unknown) => Evaluation;
  /**
   * The same for an input that is JSON text already: a text serves any number of entrypoints. It must be what `JSON.stringify`
   * gives. OPA takes a text that it cannot read for no input at all.
   */
  readonly tryEvaluateJson: (entrypoint: string, inputJson: string) => Evaluation;
}

/**
 * Loads what {@link compileRego} made.
 *
 * Throws when the bytes are no OPA policy, or when the policy calls builtins that a host would have to supply: opa-wasm's own
 * answer differently from OPA's.
 */
export async function loadPolicy(wasm: Uint8Array): Promise<LoadedPolicy> {
  const module = await WebAssembly.compile(wasm as BufferSource);
  let machine = start(module);
  const entrypoints = Object.keys(machine.entrypoints).sort();

  const tryEvaluateJson = (entrypoint: string, inputJson: string): Evaluation => {
    const id = Object.hasOwn(machine.entrypoints, entrypoint) ? machine.entrypoints[entrypoint] : undefined;
    if (id === undefined) {
      return { ok: false, reason: "missing", message: `the policy has no entrypoint \`${entrypoint}\`` };
    }
    // An empty text would be no input at all, and a policy then finds nothing wrong.
    if (inputJson === "") return notJson;
    try {
      return readResult(entrypoint, run(machine, id, inputJson));
    } catch (cause) {
      // An abort leaves the allocator and the memo tables as they were in mid-flight.
      machine = start(module);
      return { ok: false, reason: "aborted", message: describe(cause) };
    }
  };
  const tryEvaluate = (entrypoint: string, input: unknown): Evaluation => {
    let text: string | undefined;
    try {
      text = JSON.stringify(input);
    } catch (cause) {
      return { ok: false, reason: "aborted", message: describe(cause) };
    }
    return tryEvaluateJson(entrypoint, text ?? "");
  };
  const evaluate = (entrypoint: string, input: unknown): unknown => {
    const result = tryEvaluate(entrypoint, input);
    return result.ok ? result.value : undefined;
  };
  return { entrypoints, evaluate, tryEvaluate, tryEvaluateJson };
}

/** The parts of an opa-wasm policy that its types leave out. */
interface Machine {
  readonly mem: WebAssembly.Memory;
  readonly dataAddr: number;
  readonly dataHeapPtr: number;
  readonly entrypoints: Readonly<Record<string, number>>;
  readonly wasmInstance: {
    readonly exports: {
      readonly opa_eval: (
        reserved: number,
        entrypoint: number,
        data: number,
        input: number,
        inputLength: number,
        heap: number,
        format: number,
      ) => number;
      readonly opa_json_dump: (address: number) => number;
      readonly builtins: () => number;
    };
  };
}

/** The declarations of opa-wasm name its members as exports; its module has them on the default export. */
const { loadPolicySync } = (opaWasm as unknown as { readonly default: typeof opaWasm }).default;

const notJson: Evaluation = { ok: false, reason: "aborted", message: "the input is no JSON value" };

const pageSize = 65_536;

function start(module: WebAssembly.Module): Machine {
  // The asynchronous loader of opa-wasm touches `Response`, which makes Node load its whole HTTP client.
  const machine = loadPolicySync(module) as unknown as Machine;
  const { exports } = machine.wasmInstance;
  const hosted = Object.keys(JSON.parse(textAt(machine.mem, exports.opa_json_dump(exports.builtins()))) as object);
  if (hosted.length > 0) throw new Error(`the policy needs builtins of a host: ${hosted.sort().join(", ")}`);
  return machine;
}

/**
 * One call of `opa_eval`, as opa-wasm's `evaluate` does it but for two things: falsy inputs count as inputs, and text goes
 * straight between V8's strings and the memory.
 */
function run(machine: Machine, entrypoint: number, inputJson: string): string {
  const { mem, dataAddr, dataHeapPtr } = machine;
  // UTF-8 takes at most three bytes for each UTF-16 unit; only a text that might not fit is measured.
  const room = mem.buffer.byteLength - dataHeapPtr;
  const missing = inputJson.length * 3 <= room ? 0 : Buffer.byteLength(inputJson) - room;
  if (missing > 0) mem.grow(Math.ceil(missing / pageSize));
  const length = Buffer.from(mem.buffer).write(inputJson, dataHeapPtr, "utf8");
  const heap = (dataHeapPtr + length + 7) & ~7;
  const address = machine.wasmInstance.exports.opa_eval(0, entrypoint, dataAddr, dataHeapPtr, length, heap, 0);
  return textAt(mem, address);
}

function textAt(memory: WebAssembly.Memory, address: number): string {
  const bytes = Buffer.from(memory.buffer);
  return bytes.toString("utf8", address, bytes.indexOf(0, address));
}

/** `opa_eval` answers `[{"result": value}]`, or `[]` for undefined. */
function readResult(entrypoint: string, text: string): Evaluation {
  const [first] = JSON.parse(text) as [{ readonly result: unknown }?];
  return first === undefined
    ? { ok: false, reason: "undefined", message: `the entrypoint \`${entrypoint}\` is undefined for this input` }
    : { ok: true, value: first.result };
}

/** opa-wasm throws bare strings for aborts; V8 throws errors for traps and an exhausted stack. */
function describe(cause: unknown): string {
  if (typeof cause === "string") return cause;
  if (cause instanceof RangeError) return `the input is nested too deeply or too large: ${cause.message}`;
  return cause instanceof Error ? cause.message : JSON.stringify(cause);
}
