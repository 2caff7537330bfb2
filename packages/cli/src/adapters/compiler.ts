import { resolve } from "node:path";
import type { CompileRequest, PolicyModule } from "@writ/compiler";
import type { CompiledPolicy } from "@writ/compiler/ir";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";

export type { CompileRequest, PolicyModule };

/** Rego as the compiler emits it. */
export interface RegoSource {
  /** Text by path. */
  readonly modules: Readonly<Record<string, string>>;
  /** Entrypoints by `apiVersion/kind`. */
  readonly entrypoints: Readonly<Record<string, string>>;
}

/**
 * Compiles policies to the IR; one problem anywhere and there is none. The compiler is loaded only here: it brings the
 * TypeScript compiler with it.
 */
export async function compilePolicies(request: CompileRequest): Promise<Result<readonly CompiledPolicy[]>> {
  const { compile } = await import("@writ/compiler");
  const { policies, diagnostics } = compile(request);
  const problems = diagnostics.map((found): Problem => ({ ...found, file: resolve(request.root, found.file) }));
  return problems.length > 0 ? failure(...problems) : success(policies);
}

/** The policies as Rego modules with an entrypoint for each kind. */
export async function regoOf(policies: readonly CompiledPolicy[]): Promise<RegoSource> {
  const { emitRego } = await import("@writ/compiler");
  return emitRego(policies);
}
