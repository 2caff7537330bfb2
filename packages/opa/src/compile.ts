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
 * The same for many requests: a compiler that is started once. Starting costs most of the first request, so this suits tests and
 * watch modes. Call `close` or the process stays up.
 */
export async function openRegoCompiler(): Promise<RegoCompiler> {
  return open("many");
}

async function open(use: "once" | "many"): Promise<RegoCompiler> {
  const toolchain = await findToolchain();
  if (toolchain === undefined) {
    return { compile: () => Promise.resolve({ ok: false, errors: [opaUnavailable()] }), close: () => undefined };
  }
  if (toolchain.kind === "wasi") return openWasiCompiler(toolchain, use);
  return { compile: (request) => compileWithBinary(request, toolchain), close: () => undefined };
}
