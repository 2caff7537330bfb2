import { type ChildProcess, fork } from "node:child_process";
import { wasmCapabilities } from "./capabilities.js";
import { packageFile } from "./package-files.js";
import { type RegoError, type RegoRequest, type RegoResult, unplaced } from "./result.js";
import type { LocatedToolchain } from "./toolchain.js";

/** The module's answer: `Response` of go/rego/message.go. */
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
 * V8 flags of the process. Most of OPA's code runs once in a small compile: the baseline compiler alone answers it in a quarter of the
 * time that V8's defaults take. A process that stays up gains from optimised code, if only the hottest functions get it.
 */
const hostFlags = {
  once: ["--liftoff-only"],
  many: ["--wasm-tiering-budget=100000000"],
} as const;

/** Starts OPA's WASI module. Requests are answered in the order in which they were made. */
export function openWasiCompiler(toolchain: LocatedToolchain, use: keyof typeof hostFlags): RegoCompiler {
  const child = startHost(toolchain.file, hostFlags[use]);
  const waiting: ((result: RegoResult) => void)[] = [];
  let ended: RegoResult | undefined;
  let complaint = "";

  child.stderr?.setEncoding("utf8").on("data", (text: string) => (complaint = (complaint + text).slice(-4000)));
  child.on("message", (text: string) => waiting.shift()?.(toResult(JSON.parse(text) as Response, toolchain)));
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
        // A request that cannot be sent finds the process dead, which `close` reports.
        child.send(requestText(request), () => undefined);
      }),
    close: () => {
      if (child.connected) child.disconnect();
    },
  };
}

function startHost(module: string, flags: readonly string[]): ChildProcess {
  const { NODE_OPTIONS: _inherited, ...environment } = process.env;
  return fork(packageFile("dist/wasi-host.js"), [module], {
    execArgv: ["--disable-warning=ExperimentalWarning", ...flags],
    env: environment,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    serialization: "advanced",
  });
}

function requestText(request: RegoRequest): string {
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
