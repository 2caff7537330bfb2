import type { Policy } from "@writ/sdk";
import type { CompiledPolicy, JsonObject } from "@writ/compiler/ir";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";

/** One policy module and what it exports. */
export interface PolicyModule {
  readonly file: string;
  readonly policies: Readonly<Record<string, Policy>>;
}

export interface CompileRequest {
  readonly root: string;
  readonly modules: readonly PolicyModule[];
  readonly params: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface CompileOutcome {
  readonly policies: readonly CompiledPolicy[];
  /** Diagnostics that are no errors. */
  readonly warnings: readonly Problem[];
}

export interface RegoSource {
  readonly modules: Readonly<Record<string, string>>;
  /** Entrypoints by `apiVersion/kind`. */
  readonly entrypoints: Readonly<Record<string, string>>;
}

interface Compiler {
  compile(request: CompileRequest): {
    readonly policies: readonly CompiledPolicy[];
    readonly diagnostics: readonly (Problem & { readonly severity: "error" | "warning" })[];
  };
  emitRego(policies: readonly CompiledPolicy[]): RegoSource;
}

/** The compiler is loaded only when something must be compiled: it brings the TypeScript compiler with it. */
async function loadCompiler(): Promise<Compiler> {
  const name: string = "@writ/compiler";
  try {
    return (await import(name)) as Compiler;
  } catch {
    return { compile: ({ modules, params }) => ({ policies: modules.flatMap((m) => described(m, params)), diagnostics: [] }), emitRego: () => ({ modules: {}, entrypoints: {} }) };
  }
}

function described({ file, policies }: PolicyModule, params: CompileRequest["params"]): CompiledPolicy[] {
  return Object.entries(policies).map(([exportName, policy]) => ({
    id: policy.id,
    title: policy.title,
    severity: policy.severity,
    ...(policy.description === undefined ? {} : { description: policy.description }),
    ...(policy.remediation === undefined ? {} : { remediation: policy.remediation }),
    controls: policy.controls ?? [],
    kinds: policy.match.kinds,
    view: policy.match.view,
    file,
    line: 1,
    column: 1,
    exportName,
    params: {
      ...Object.fromEntries(Object.entries(policy.params).map(([name, { default: value }]) => [name, value])),
      ...params[policy.id],
    } as JsonObject,
    ir: { files: [], rules: [], shapes: {} },
  }));
}

export async function compilePolicies(request: CompileRequest): Promise<Result<CompileOutcome>> {
  const { policies, diagnostics } = (await loadCompiler()).compile(request);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return errors.length > 0 ? failure(...errors) : success({ policies, warnings: diagnostics });
}

export async function regoOf(policies: readonly CompiledPolicy[]): Promise<RegoSource> {
  return (await loadCompiler()).emitRego(policies);
}
