import type { Case } from "../cases/case.js";
import { findCases } from "../cases/find-cases.js";
import { type PlannedCase, planRounds } from "../cases/plan.js";
import { type CaseReport, casesJson, renderCases } from "../cases/report.js";
import { type CaseResult, evaluatorsOf, runCases } from "../cases/run-cases.js";
import { type Console, printProblems, styleFor } from "../console.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Engine } from "../judge/pipeline.js";
import { type ModulePolicies, listPolicies } from "../policies/list-policies.js";
import { preparePolicies } from "../policies/prepare.js";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";
import { nearest } from "../suggest.js";
import { type PolicyOptions, type Selection, selectPolicies } from "./select-policies.js";

export interface TestOptions extends PolicyOptions {
  readonly engine: Engine;
  readonly format: "human" | "json";
}

/** `writ test`: runs the labelled cases of the policies in every engine. */
export async function test(ids: readonly string[], options: TestOptions, console: Console): Promise<ExitCode> {
  const selected = await selectPolicies(options, console);
  if (!selected.ok) return refuse(selected.problems, console);
  const modules = await listPolicies(selected.value.loaded.root, selected.value.files);
  if (!modules.ok) return refuse(modules.problems, console);
  const chosen = choose(modules.value, ids);
  if (!chosen.ok) return refuse(chosen.problems, console);
  const { planned, policies, problems } = plan(modules.value, chosen.value);
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

/** The ids to test: all, or those named. */
function choose(modules: readonly ModulePolicies[], ids: readonly string[]): Result<readonly string[]> {
  const all = modules.flatMap((module) => module.ids).sort();
  if (ids.length === 0) return success(all);
  const unknown = ids.filter((id) => !all.includes(id));
  if (unknown.length === 0) return success(all.filter((id) => ids.includes(id)));
  return failure(
    ...unknown.map((id): Problem => {
      const meant = nearest(id, all);
      const help = meant === undefined ? `known: ${all.join(", ")}` : `did you mean \`${meant}\`?`;
      return { code: "WRIT2017", message: `there is no policy \`${id}\``, help };
    }),
  );
}

interface Plan {
  readonly planned: readonly PlannedCase[];
  readonly policies: readonly string[];
  readonly problems: readonly Problem[];
}

function plan(modules: readonly ModulePolicies[], chosen: readonly string[]): Plan {
  const planned: PlannedCase[] = [];
  const problems: Problem[] = [];
  for (const { file, ids } of modules) {
    if (!ids.some((id) => chosen.includes(id))) continue;
    const found = findCases(file);
    problems.push(...found.problems);
    for (const labelled of found.cases) {
      const policy = policyOf(labelled, ids);
      if (!policy.ok) problems.push(...policy.problems);
      else if (chosen.includes(policy.value)) planned.push({ policy: policy.value, case: labelled });
    }
  }
  return { planned, policies: chosen, problems };
}

function policyOf({ policy, file }: Case, ids: readonly string[]): Result<string> {
  const [only, second] = ids;
  if (policy === undefined && only !== undefined && second === undefined) return success(only);
  if (policy !== undefined && ids.includes(policy)) return success(policy);
  const message =
    policy === undefined
      ? "the case does not say which policy it is about"
      : `there is no policy \`${policy}\` beside the case`;
  return failure({ code: "WRIT4004", message, help: `write \`policy: ${ids.join("` or `policy: ")}\``, file });
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
