import type { Case } from "../cases/case.js";
import { findCases } from "../cases/find-cases.js";
import type { PlannedCase } from "../cases/plan.js";
import { type ModulePolicies, listPolicies } from "../policies/list-policies.js";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";
import { nearest } from "../suggest.js";
import type { Selection } from "./select-policies.js";

/** Finds the policies that the ids name, all when there are none, and their cases. */
export async function selectCases(
  { loaded, files }: Selection,
  ids: readonly string[],
): Promise<Result<SelectedCases>> {
  const modules = await listPolicies(loaded.root, files);
  if (!modules.ok) return modules;
  const chosen = choose(modules.value, ids);
  return chosen.ok ? success(plan(modules.value, chosen.value)) : chosen;
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

/** The labelled cases of the chosen policies. */
export interface SelectedCases {
  readonly planned: readonly PlannedCase[];
  readonly policies: readonly string[];
  /** Case files that cannot be used. */
  readonly problems: readonly Problem[];
}

function plan(modules: readonly ModulePolicies[], chosen: readonly string[]): SelectedCases {
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
