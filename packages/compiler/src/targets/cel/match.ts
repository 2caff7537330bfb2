import { kindFacts } from "@writ/sdk/fields";
import { ruleExpressions, walk } from "../../ir/visit.js";
import type { CompiledPolicy, KindRef } from "../../ir/policy.js";

/** A rule of match constraints, as admission policies of Kubernetes and Kyverno both write it. */
export interface ResourceRule {
  readonly apiGroups: readonly string[];
  readonly apiVersions: readonly string[];
  readonly operations: readonly string[];
  readonly resources: readonly string[];
}

/** The requests that a policy judges: each of its kinds by the plural name, and what is done to it. */
export function resourceRules(policy: CompiledPolicy): readonly ResourceRule[] {
  const byVersion = new Map<string, { kind: KindRef; resources: string[] }>();
  for (const kind of policy.kinds) {
    const key = `${kind.group}/${kind.version}`;
    const known = byVersion.get(key) ?? { kind, resources: [] };
    known.resources.push(kind.plural, ...subresources(policy, kind).map((name) => `${kind.plural}/${name}`));
    byVersion.set(key, known);
  }
  return [...byVersion.values()].map(({ kind, resources }) => ({
    apiGroups: [kind.group],
    apiVersions: [kind.version],
    operations: policy.operations,
    resources,
  }));
}

/**
 * The subresources whose requests carry the whole object. A request to `pods/ephemeralcontainers` is not one to `pods`: without it a
 * privileged ephemeral container would be admitted, and would then block every later update of its Pod. `pods/resize` changes
 * resources and nothing else.
 */
function subresources(policy: CompiledPolicy, kind: KindRef): readonly string[] {
  const apiVersion = kind.group === "" ? kind.version : `${kind.group}/${kind.version}`;
  const known = kindFacts(apiVersion, kind.kind)?.subresources ?? [];
  const wanted = readsField(policy, "resources") ? ["ephemeralcontainers", "resize"] : ["ephemeralcontainers"];
  return wanted.filter((name) => known.includes(name));
}

function readsField(policy: CompiledPolicy, field: string): boolean {
  let found = false;
  for (const rule of policy.ir.rules) {
    for (const expr of ruleExpressions(rule)) {
      walk(expr, (node) => {
        found ||= node.kind === "field" && node.name === field;
      });
    }
  }
  return found;
}
