import { type PlannedCase, planRounds } from "../cases/plan.js";
import { type CaseReport, casesJson, renderCases } from "../cases/report.js";
import { type CaseResult, evaluatorsOf, runCases } from "../cases/run-cases.js";
import { type Console, printProblems, styleFor } from "../console.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Engine } from "../judge/pipeline.js";
import { preparePolicies } from "../policies/prepare.js";
import type { Problem, Result } from "../problem.js";
import { success } from "../problem.js";
import { selectCases } from "./select-cases.js";
import { type PolicyOptions, type Selection, selectPolicies } from "./select-policies.js";

export interface TestOptions extends PolicyOptions {
  readonly engine: Engine;
  readonly format: "human" | "json";
}

/** `writ test`: runs the labelled cases of the policies in every engine. */
export async function test(ids: readonly string[], options: TestOptions, console: Console): Promise<ExitCode> {
  const selected = await selectPolicies(options, console);
  if (!selected.ok) return refuse(selected.problems, console);
  const found = await selectCases(selected.value, ids);
  if (!found.ok) return refuse(found.problems, console);
  const { planned, policies, problems } = found.value;
  const results = await runRounds(planned, selected.value, options.engine);
  if (!results.ok) return refuse(results.problems, console);
  const report: CaseReport = {
    policies: policies.map((id) => ({ id, results: results.value.filter(({ policy }) => policy === id) })),
    evaluators: evaluatorsOf[options.engine],
    brokenFiles: new Set(problems.map(({ file }) => file)).size,
  };
  printProblems(problems, console);
  console.out.write(
    options.format === "json"
      ? casesJson(report, console.cwd)
      : renderCases(report, styleFor(console.out, console), console.cwd),
  );
  return exitCodeOf(report);
}

function exitCodeOf({ policies, brokenFiles }: CaseReport): ExitCode {
  if (brokenFiles > 0) return exitCodes.usage;
  const results = policies.flatMap((policy) => policy.results);
  if (results.some(({ passed }) => !passed)) return exitCodes.violations;
  return results.length === 0 ? exitCodes.nothing : exitCodes.clean;
}

function refuse(problems: readonly Problem[], console: Console): ExitCode {
  printProblems(problems, console);
  return exitCodes.usage;
}

async function runRounds(
  planned: readonly PlannedCase[],
  { loaded, files, cache }: Selection,
  engine: Engine,
): Promise<Result<readonly CaseResult[]>> {
  const results: CaseResult[] = [];
  const needs = { native: engine !== "wasm", wasm: engine !== "native" };
  for (const round of planRounds(planned)) {
    const set = await preparePolicies(
      { root: loaded.root, files, params: round.params, only: round.policies, needs },
      cache,
    );
    if (!set.ok) return set;
    results.push(...(await runCases(round.cases, set.value, engine)));
  }
  return success(results);
}
