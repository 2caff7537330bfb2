import { loadPolicy } from "@writ/opa/evaluate";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";
import type { RegoSource } from "./compiler.js";

export interface CompiledRego {
  readonly wasm: Uint8Array;
  /** The modules as OPA's formatter writes them. */
  readonly formatted: Readonly<Record<string, string>>;
}

/** OPA's compiler while it starts. */
export interface StartingOpa {
  /** Formats, checks and compiles Rego. */
  readonly compile: (rego: RegoSource) => Promise<Result<CompiledRego>>;
  /** Ends it; without this the process stays up. */
  readonly close: () => void;
}

/** The version of the OPA that makes WASM, as far as there is one: WASM may also come from the cache. */
export async function opaVersion(): Promise<string> {
  const { findToolchain } = await import("@writ/opa");
  return (await findToolchain())?.version ?? "";
}

/** Starts OPA, which takes most of a compilation, while what it is to compile is still being made. OPA is loaded only here. */
export function startOpa(): StartingOpa {
  const opening = import("@writ/opa").then(({ openRegoCompiler }) => openRegoCompiler("once"));
  return {
    async compile({ modules, entrypoints }) {
      const compiler = await opening;
      const result = await compiler.compile({ modules, entrypoints: [...new Set(Object.values(entrypoints))].sort() });
      if (result.ok) return success({ wasm: result.wasm, formatted: result.formatted });
      return failure(...result.errors.map(regoProblem));
    },
    close: () => void opening.then((compiler) => compiler.close()),
  };
}

interface RegoError {
  readonly code: string;
  readonly message: string;
  readonly help?: string;
  readonly file: string;
  readonly line: number;
}

/** Without OPA the user must act; an error in Rego that the compiler wrote is a bug of writ, and is shown as one. */
function regoProblem({ code, message, help, file, line }: RegoError): Problem {
  if (code === "opa_unavailable") {
    const without = "or judge without OPA: `writ check --engine native`";
    return { code: "WRIT2020", message, help: help === undefined ? without : `${help}; ${without}` };
  }
  const place = file === "" ? "" : ` (${file}:${line})`;
  return {
    code: "WRIT2021",
    message: `OPA refuses the Rego made from the policies: ${message}${place}`,
    help: "this is a bug in writ: please report it with the policy",
  };
}

/** What an entrypoint gave for one input: a value, or why there is none. */
export type Evaluation =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** A policy.wasm that is ready to judge inputs in JSON. It survives a failed evaluation. */
export interface LoadedWasm {
  tryEvaluateJson(entrypoint: string, json: string): Evaluation;
}

/** Makes a policy.wasm ready to judge. */
export async function loadWasm(wasm: Uint8Array): Promise<LoadedWasm> {
  return await loadPolicy(wasm);
}
