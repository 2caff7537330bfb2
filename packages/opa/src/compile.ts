import { compileWithBinary } from "./binary.js";
import type { RegoRequest, RegoResult } from "./result.js";
import { findToolchain, opaUnavailable } from "./toolchain.js";
import { openWasiCompiler, type RegoCompiler } from "./wasi.js";

/**
 * Formats Rego v1 modules, checks them strictly against a capabilities document and compiles them to WASM, all by OPA itself.
 *
 * Everything that OPA refuses comes back as errors with a place; so does the absence of a compiler (`opa_unavailable`).
 *
 * @example
 * const result = await compileRego({ modules: { "p.rego": "package p\n\nok := true\n" }, entrypoints: ["p/ok"] });
 */
export async function compileRego(request: RegoRequest): Promise<RegoResult> {
  const compiler = await open("once");
  try {
    return await compiler.compile(request);
  } finally {
    compiler.close();
  }
}

/**
 * A compiler that starts at once and answers requests later: starting costs most of the first request. `many` suits tests and watch
 * modes, `once` a request that is still being made. Call `close` or the process stays up.
 */
export async function openRegoCompiler(use: "once" | "many" = "many"): Promise<RegoCompiler> {
  return open(use);
}

async function open(use: "once" | "many"): Promise<RegoCompiler> {
  const toolchain = await findToolchain();
  if (toolchain === undefined) {
    return { compile: () => Promise.resolve({ ok: false, errors: [opaUnavailable()] }), close: () => undefined };
  }
  if (toolchain.kind === "wasi") return openWasiCompiler(toolchain, use);
  return { compile: (request) => compileWithBinary(request, toolchain), close: () => undefined };
}
