import { clusterTarget } from "../adapters/compiler.js";
import { buildId } from "../build-id.js";
import type { Selection } from "../commands/select-policies.js";
import type { EnforcementAction } from "../config/define.js";
import { problem } from "../config/validate.js";
import { hashOf } from "../policies/fingerprint.js";
import type { PolicySet } from "../policies/policy-set.js";
import type { Problem } from "../problem.js";
import { cachedOutcome, saveOutcome } from "./cached.js";
import { enforcementLine, productOptions } from "./enforcement.js";
import type { BuiltTarget, Outcome, Warning } from "./outcome.js";
import { regoProducts } from "./products.js";
import { isForCluster, type Target } from "./target.js";

/** What is asked of a build. */
export interface BuildRequest {
  readonly targets: readonly Target[];
  /** Takes the place of every action of the configuration. */
  readonly enforce: EnforcementAction | undefined;
}

/**
 * Makes what a build writes, or takes it from the cache when neither a policy nor an option has changed: then neither the compiler nor
 * OPA is loaded. What a target refuses is part of the outcome.
 */
export async function makeOutcome(
  set: PolicySet,
  { loaded, cache }: Selection,
  request: BuildRequest,
): Promise<Outcome> {
  const { enforcement, cluster } = loaded.config;
  const asked = JSON.stringify([set.root, loaded.file, request, enforcement, cluster]);
  const made = JSON.stringify(set.entries.map(({ compiled, severity }) => [compiled, severity]));
  const key = `build-${hashOf(buildId, asked, made, JSON.stringify(set.rego), loaded.source)}`;
  const known = cachedOutcome(cache, key);
  if (known !== undefined) return known;
  const targets: BuiltTarget[] = [];
  for (const target of request.targets) {
    if (isForCluster(target)) targets.push(await builtForCluster(target, set, loaded, request));
    else {
      if (set.opa === undefined) throw new Error(`the target ${target} needs compiled Rego`);
      const files = regoProducts(target, { entries: set.entries, rego: set.rego, compiled: set.opa });
      targets.push({ target, files, refused: [], problems: [], warnings: [] });
    }
  }
  const policies = set.entries.map(({ compiled: { id, file }, severity }) => ({ id, severity, file }));
  const outcome: Outcome = { policies, targets };
  saveOutcome(cache, key, outcome);
  return outcome;
}

async function builtForCluster(
  target: Exclude<Target, "opa" | "wasm">,
  { entries, root }: PolicySet,
  { config, file, source }: Selection["loaded"],
  { enforce }: BuildRequest,
): Promise<BuiltTarget> {
  const { emit, notice, excludedNamespaces } = await clusterTarget(target, root);
  const files: Record<string, Uint8Array> = {};
  const refused: string[] = [];
  const warnings: Warning[] = [];
  const problems = new Map<string, Problem>();
  const used = entries.map(({ compiled, severity }) => {
    const options = productOptions(config, target, compiled.id, enforce);
    const emitted = emit({ ...compiled, severity }, options);
    if (emitted.ok) {
      for (const [name, text] of Object.entries(emitted.value.files)) files[name] = Buffer.from(text);
      warnings.push(...emitted.value.warnings);
    } else refused.push(compiled.id);
    for (const found of emitted.ok ? [] : emitted.problems) {
      // The version is said once for all policies, where the configuration says it.
      const path = ["cluster", "kyvernoVersion"];
      const placed =
        found.code === "WRIT5006" ? { ...problem({ ...found, path }, file ?? "", source), code: found.code } : found;
      problems.set(JSON.stringify(placed), placed);
    }
    return options;
  });
  return {
    target,
    files,
    refused,
    problems: [...problems.values()],
    warnings,
    ...(notice === undefined ? {} : { notice }),
    enforcement: enforcementLine(used, excludedNamespaces),
  };
}
