import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { wasmCapabilities } from "./capabilities.js";
import { packageFile } from "./package-files.js";
import { type RegoError, type RegoRequest, type RegoResult, unplaced } from "./result.js";
import type { LocatedToolchain } from "./toolchain.js";

/** One line of the module's answer: `Response` of go/rego/message.go. */
interface Response {
  readonly version: string;
  readonly formatted?: Readonly<Record<string, string>>;
  readonly wasm?: string;
  readonly errors: readonly RegoError[];
}

/** A compiler that stays up between requests. `close` ends its process. */
export interface RegoCompiler {
  readonly compile: (request: RegoRequest) => Promise<RegoResult>;
  readonly close: () => void;
}

/**
 * V8 flags of the process. Most of OPA's code runs once: the baseline compiler alone answers the first request in a quarter of
 * the time that the optimising one takes.
 */
const hostFlags = ["--disable-warning=ExperimentalWarning", "--liftoff-only"];

/** Starts OPA's WASI module. Requests are answered in the order in which they were made. */
export function openWasiCompiler(toolchain: LocatedToolchain): RegoCompiler {
  const child = startHost(toolchain.file);
  const waiting: ((result: RegoResult) => void)[] = [];
  let ended: RegoResult | undefined;
  let complaint = "";

  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint = (complaint + text).slice(-4000)));
  // A process that died reports itself by `close`; writing to it must not bring this one down.
  child.stdin.on("error", () => undefined);
  createInterface({ input: child.stdout, crlfDelay: Infinity }).on("line", (line) => {
    waiting.shift()?.(toResult(JSON.parse(line) as Response, toolchain));
  });
  const end = (reason: string): void => {
    ended ??= { ok: false, errors: [unplaced("opa_crashed", `OPA ended without an answer: ${reason}`)] };
    for (const resolve of waiting.splice(0)) resolve(ended);
  };
  child.on("error", (error) => end(error.message));
  child.on("close", (code) => end(complaint.trim() || `exit code ${code ?? "unknown"}`));

  return {
    compile: (request) =>
      new Promise((resolve) => {
        if (ended) return resolve(ended);
        waiting.push(resolve);
        child.stdin.write(`${requestLine(request)}\n`);
      }),
    close: () => {
      child.stdin.end();
    },
  };
}

function startHost(module: string): ChildProcessWithoutNullStreams {
  const { NODE_OPTIONS: _inherited, ...environment } = process.env;
  return spawn(process.execPath, [...hostFlags, packageFile("dist/wasi-host.js"), module], {
    stdio: "pipe",
    env: environment,
  });
}

function requestLine(request: RegoRequest): string {
  const { modules, entrypoints } = request;
  return JSON.stringify({ modules, entrypoints, capabilities: request.capabilities ?? wasmCapabilities() });
}

function toResult(response: Response, toolchain: LocatedToolchain): RegoResult {
  if (response.errors.length > 0) return { ok: false, errors: response.errors };
  return {
    ok: true,
    formatted: response.formatted ?? {},
    wasm: new Uint8Array(Buffer.from(response.wasm ?? "", "base64")),
    toolchain: { kind: toolchain.kind, version: toolchain.version },
  };
}
