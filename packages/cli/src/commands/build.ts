import { resolve } from "node:path";
import { renderBuildJson } from "../build/json.js";
import { makeOutcome } from "../build/make.js";
import { type Outcome, warningsOf } from "../build/outcome.js";
import { summary } from "../build/summary.js";
import { type Target, isFromRego, targets } from "../build/target.js";
import { writeProducts } from "../build/write.js";
import type { EnforcementAction } from "../config/define.js";
import { type Console, placedProblem, printProblems, shownPath, styleFor } from "../console.js";
import { type ExitCode, exitCodes } from "../exit-codes.js";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";
import { nearest } from "../suggest.js";
import { type PolicyOptions, compileSelection, selectPolicies } from "./select-policies.js";

export interface BuildOptions extends PolicyOptions {
  readonly target: string;
  readonly out: string;
  readonly enforce?: EnforcementAction;
  readonly format: "human" | "json";
}

/**
 * `writ build`: writes the policies for the engines. Targets that are named are written whole or not at all; `all` writes what each target
 * can hold. What one cannot hold is an error either way.
 */
export async function build(options: BuildOptions, console: Console): Promise<ExitCode> {
  const chosen = targetsOf(options.target);
  if (!chosen.ok) return report(nothing, chosen.problems, false, options, console);
  const made = await outcomeOf(chosen.value.targets, options, console);
  if (!made.ok) return report(nothing, made.problems, false, options, console);
  const outcome = made.value;
  const refused = outcome.targets.flatMap(({ problems }) => problems);
  const writes = refused.length === 0 || chosen.value.asMuchAsPossible;
  if (writes) {
    const files = Object.fromEntries(outcome.targets.flatMap((built) => Object.entries(built.files)));
    try {
      writeProducts(resolve(console.cwd, options.out), files);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const problem: Problem = { code: "WRIT5001", message: `the files cannot be written: ${reason}` };
      return report(outcome, [...refused, problem], false, options, console);
    }
  }
  return report(outcome, refused, writes, options, console);
}

const nothing: Outcome = { policies: [], targets: [] };

async function outcomeOf(chosen: readonly Target[], options: BuildOptions, console: Console): Promise<Result<Outcome>> {
  const selected = await selectPolicies(options, console);
  if (!selected.ok) return selected;
  const set = await compileSelection(selected.value, { native: false, wasm: chosen.some(isFromRego) });
  if (!set.ok) return set;
  return success(await makeOutcome(set.value, selected.value, { targets: chosen, enforce: options.enforce }));
}

function report(
  outcome: Outcome,
  problems: readonly Problem[],
  written: boolean,
  options: BuildOptions,
  console: Console,
): ExitCode {
  const warnings = written ? warningsOf(outcome) : [];
  const out = shownPath(resolve(console.cwd, options.out), console.cwd) || ".";
  if (options.format === "json") {
    const placed = (of: readonly Problem[]) => of.map((problem) => placedProblem(problem, console.cwd));
    const report = { out, written, outcome, problems: placed(problems), warnings: placed(warnings) };
    console.out.write(renderBuildJson(report));
  } else {
    printProblems([...problems, ...warnings.map((found) => ({ ...found, severity: "warning" as const }))], console);
    if (outcome.targets.length > 0) console.out.write(summary(outcome, out, written, styleFor(console.out, console)));
    const style = styleFor(console.err, console);
    for (const { target, notice } of written ? outcome.targets : []) {
      if (notice !== undefined) console.err.write(`${style.bold(`${target}:`)} ${notice}\n`);
    }
  }
  return problems.length > 0 ? exitCodes.usage : exitCodes.clean;
}

interface Chosen {
  readonly targets: readonly Target[];
  /** `all`: a policy that one target cannot hold does not keep it from the others. */
  readonly asMuchAsPossible: boolean;
}

function targetsOf(list: string): Result<Chosen> {
  const names = list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length === 1 && names[0] === "all") return success({ targets, asMuchAsPossible: true });
  const unknown = names.filter((name) => !targets.some((target) => target === name));
  if (unknown.length > 0 || names.length === 0) {
    return failure(
      ...(names.length === 0 ? [list] : unknown).map((name): Problem => {
        const meant = nearest(name, targets);
        const help = meant === undefined ? `targets: ${targets.join(", ")}` : `did you mean \`${meant}\`?`;
        return { code: "WRIT5002", message: `there is no target \`${name}\``, help };
      }),
    );
  }
  return success({ targets: targets.filter((target) => names.includes(target)), asMuchAsPossible: false });
}
