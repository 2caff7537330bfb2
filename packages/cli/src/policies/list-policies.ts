import type { Policy } from "@writ/sdk";
import type { PolicyModule } from "../adapters/compiler.js";
import type { Result } from "../problem.js";
import { failure, success } from "../problem.js";
import { bundle } from "./bundle.js";
import { policyModules, setProblems } from "./compile-set.js";
import { evaluateBundle } from "./evaluate-bundle.js";

/** The ids of the policies that a module exports. */
export interface ModulePolicies {
  readonly file: string;
  readonly ids: readonly string[];
}

/** Which policies there are, without compiling them. */
export async function listPolicies(root: string, files: readonly string[]): Promise<Result<readonly ModulePolicies[]>> {
  const modules = await importPolicies(root, files);
  if (!modules.ok) return modules;
  return success(
    modules.value.map(({ file, policies }) => ({ file, ids: Object.values(policies).map(({ id }) => id) })),
  );
}

/** What the policies say about themselves, without compiling them. */
export async function policyMetadata(
  root: string,
  files: readonly string[],
): Promise<Result<readonly { readonly file: string; readonly policy: Policy }[]>> {
  const modules = await importPolicies(root, files);
  if (!modules.ok) return modules;
  return success(
    modules.value.flatMap(({ file, policies }) => Object.values(policies).map((policy) => ({ file, policy }))),
  );
}

async function importPolicies(root: string, files: readonly string[]): Promise<Result<readonly PolicyModule[]>> {
  const bundled = await bundle({ root, files, code: "WRIT2011" });
  if (!bundled.ok) return bundled;
  const namespaces = evaluateBundle(bundled.value.code, `${root}/policies.cjs`, "WRIT2012");
  if (!namespaces.ok) return namespaces;
  const modules = policyModules(files, namespaces.value);
  const problems = setProblems(modules, root, {});
  return problems.length > 0 ? failure(...problems) : success(modules);
}
