import { isDeepStrictEqual } from "node:util";
import { compile, emitRego, type Diagnostic, type PolicyModule } from "@writ/compiler";
import { dropTries, interpreter, shapeGuard, type CompiledPolicy, type PolicyRequest } from "@writ/compiler/ir";
import { compileRego } from "@writ/opa";
import { loadPolicy, type LoadedPolicy } from "@writ/opa/evaluate";
import { isPolicy, type Policy } from "@writ/sdk";
import { admitted, isBeingDeleted, runPolicy, sortViolations, type Violation } from "@writ/sdk/runtime";

/** What each engine says about one request; a text is a failure to judge. */
export interface Verdicts {
  readonly native: readonly Violation[] | string;
  readonly interpreter: readonly Violation[] | string;
  readonly wasm: readonly Violation[] | string;
}

/** A policy in every form, ready to judge. */
export interface Bench {
  readonly compiled: CompiledPolicy;
  readonly native: Policy;
  readonly rego: RegoOfPolicy;
  readonly judge: (request: PolicyRequest) => Verdicts;
}

/** The Rego of one policy, without the other policies, and the query for its violations. */
export interface RegoOfPolicy {
  readonly modules: Readonly<Record<string, string>>;
  readonly query: string;
}

/** Policies compiled together, as `writ check` does. */
export interface Workbench {
  readonly policies: readonly Bench[];
  readonly diagnostics: readonly Diagnostic[];
  /** The formatted Rego, by path. */
  readonly rego: Readonly<Record<string, string>>;
}

/** Imports policy modules as they are: what runs here is the author's own TypeScript. */
export async function readModules(files: readonly string[]): Promise<readonly PolicyModule[]> {
  return Promise.all(
    files.map(async (file) => {
      const exports = (await import(/* @vite-ignore */ file)) as Record<string, unknown>;
      const policies = Object.entries(exports).filter((entry): entry is [string, Policy] => isPolicy(entry[1]));
      return { file, policies: Object.fromEntries(policies) };
    }),
  );
}

/** What a workbench may be told beside its policies. */
export interface WorkbenchOptions {
  /** Values of parameters, by policy id; the others keep their defaults. */
  readonly params?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Compiles policy modules for every engine that needs nothing but Node and the OPA module. */
export async function openWorkbench(
  root: string,
  files: readonly string[],
  { params = {} }: WorkbenchOptions = {},
): Promise<Workbench> {
  const modules = await readModules(files);
  const { policies, diagnostics } = compile({ root, modules, params });
  if (policies.length === 0) return { policies: [], diagnostics, rego: {} };
  const { modules: sources, entrypoints } = emitRego(policies);
  // Beside the entrypoint of each kind, one for each policy: alone it judges many times faster.
  const own = policies.map(({ id }) => ownEntrypoint(sources, id));
  const result = await compileRego({ modules: sources, entrypoints: [...Object.values(entrypoints), ...own] });
  if (!result.ok) {
    const texts = result.errors.map(
      (error) => `${error.file}:${String(error.line)} ${error.message}\n${sources[error.file] ?? ""}`,
    );
    throw new Error(texts.join("\n"));
  }
  const wasm = await loadPolicy(result.wasm);
  const natives = new Map(
    modules.flatMap(({ policies: found }) => Object.values(found)).map((policy) => [policy.id, policy]),
  );
  return {
    diagnostics,
    rego: result.formatted,
    policies: policies.flatMap((compiled) => {
      const native = natives.get(compiled.id);
      if (native === undefined) return [];
      const entrypoint = ownEntrypoint(sources, compiled.id);
      const rego = { modules: modulesOf(sources, compiled.id), query: `data.${entrypoint.replaceAll("/", ".")}` };
      return [{ compiled, native, rego, judge: judgeOf(compiled, native, wasm, entrypoint) }];
    }),
  };
}

/** The module of a policy and the library. */
function modulesOf(sources: Readonly<Record<string, string>>, id: string): Readonly<Record<string, string>> {
  const others = (path: string): boolean => /^(?:policies|entry)\//.test(path) && path !== `policies/${id}.rego`;
  return Object.fromEntries(Object.entries(sources).filter(([path]) => !others(path)));
}

/** The entrypoint of one policy: its package is what its module says. */
function ownEntrypoint(sources: Readonly<Record<string, string>>, id: string): string {
  const [, name = ""] = /^package (\S+)$/m.exec(sources[`policies/${id}.rego`] ?? "") ?? [];
  return `${name.replaceAll(".", "/")}/violations`;
}

function judgeOf(compiled: CompiledPolicy, native: Policy, wasm: LoadedPolicy, entrypoint: string): Bench["judge"] {
  const interpret = interpreter(compiled);
  const guard = shapeGuard(compiled.ir.shapes);
  const dropped = dropTries([compiled]);
  return (request) => {
    const { apiVersion, kind } = request.object as { readonly apiVersion: string; readonly kind: string };
    const key = `${apiVersion}/${kind}`;
    const runNative = (): readonly Violation[] => {
      const object = admitted(request.object, dropped[key]);
      if (!compiled.operations.includes(request.operation)) return [];
      const problem = isBeingDeleted(object) ? undefined : guard(request);
      if (problem !== undefined) return [problem];
      const oldObject = request.oldObject === undefined ? undefined : admitted(request.oldObject, dropped[key]);
      return runPolicy(native, { ...request, object, oldObject, params: compiled.params });
    };
    return {
      native: attempt(runNative),
      interpreter: attempt(() => interpret(request)),
      wasm: attempt(() => inWasm(wasm, entrypoint, request)),
    };
  };
}

function attempt(run: () => readonly Violation[]): readonly Violation[] | string {
  try {
    return run();
  } catch (error) {
    return String(error);
  }
}

function inWasm(wasm: LoadedPolicy, entrypoint: string, request: PolicyRequest): readonly Violation[] {
  const evaluation = wasm.tryEvaluate(entrypoint, request);
  if (!evaluation.ok) throw new Error(evaluation.message);
  const found = evaluation.value as readonly { path: Violation["path"]; msg: string }[];
  return sortViolations(found.map(({ path, msg }) => ({ path, message: msg })));
}

/** Whether every engine judged, and all say the same. */
export function agree({ native, interpreter: interpreted, wasm }: Verdicts): boolean {
  return typeof native !== "string" && isDeepStrictEqual(native, interpreted) && isDeepStrictEqual(native, wasm);
}
