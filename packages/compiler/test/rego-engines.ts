import { openRegoCompiler } from "@writ/opa";
import { loadPolicy } from "@writ/opa/evaluate";
import { openTopdown } from "@writ/opa/topdown";

/** One rule of a set of Rego modules, evaluated by both of OPA's evaluators. */
export interface RegoEngines {
  readonly wasm: (rule: string, input: unknown) => Promise<unknown>;
  readonly topdown: (rule: string, input: unknown) => Promise<unknown>;
  readonly formatted: Readonly<Record<string, string>>;
  readonly close: () => void;
}

/** Compiles the modules with the emitter's own capabilities. Rules are named as `package/path/rule`. */
export async function openRegoEngines(
  modules: Readonly<Record<string, string>>,
  rules: readonly string[],
): Promise<RegoEngines> {
  const compiler = await openRegoCompiler();
  const compiled = await compiler.compile({ modules, entrypoints: rules });
  compiler.close();
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  const policy = await loadPolicy(compiled.wasm);
  const topdown = openTopdown(modules);
  return {
    formatted: compiled.formatted,
    wasm: (rule, input) => {
      const evaluation = policy.tryEvaluate(rule, input);
      return evaluation.ok ? Promise.resolve(evaluation.value) : Promise.reject(new Error(evaluation.message));
    },
    topdown: async (rule, input) => {
      const { results, error } = await topdown.query(`data.${rule.replaceAll("/", ".")}`, input);
      if (error !== undefined) throw new Error(error);
      return results[0];
    },
    close: topdown.close,
  };
}
