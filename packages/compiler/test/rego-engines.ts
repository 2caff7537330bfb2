import { openRegoCompiler } from "@writ/opa";
import { loadPolicy } from "@writ/opa/evaluate";
import { openTopdown } from "@writ/opa/topdown";
import { expect } from "vitest";

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

/**
 * Expects a rule that answers each row of its input to answer as `expected` does, in both evaluators; undefined is null there. What
 * is compared is the rows that differ: a failure shows the few that matter. Topdown looks its function calls up by argument and puts
 * large numbers in one bucket, so it gets the rows in portions.
 */
export async function expectSameAnswers<Row>(
  engines: RegoEngines,
  rule: string,
  rows: readonly Row[],
  expected: (row: Row) => unknown,
): Promise<void> {
  for (const engine of ["wasm", "topdown"] as const) {
    const answers: unknown[] = [];
    for (let start = 0; start < rows.length; start += 100) {
      const portion = (await engines[engine](rule, rows.slice(start, start + 100))) as unknown[];
      answers.push(...portion);
    }
    expect(answers.length).toBe(rows.length);
    const differing = rows.flatMap((row, index) => {
      const want = expected(row) ?? null;
      return JSON.stringify(sorted(answers[index])) === JSON.stringify(sorted(want))
        ? []
        : [[row, answers[index], want]];
    });
    expect(differing.slice(0, 10), engine).toEqual([]);
  }
}

function sorted(value: unknown): unknown {
  return typeof value === "object" && value !== null ? Object.entries(value).sort() : value;
}
