import type { KubernetesTarget, ProductOptions } from "../adapters/compiler.js";
import type { EnforcementAction, NamespaceAction, PolicyEnforcement, WritConfig } from "../config/define.js";

/** How one policy is enforced, nothing left open but what each target leaves out by itself. */
type Enforced = Pick<ProductOptions, "enforcement" | "namespaces" | "failurePolicy" | "excludedNamespaces">;

/** What the configuration says about a policy; an action on the command line takes the place of every action in it. */
export function enforcementOf(config: WritConfig, policyId: string, asked: EnforcementAction | undefined): Enforced {
  const { policies = {}, ...general } = config.enforcement ?? {};
  const own = Object.hasOwn(policies, policyId) ? entryOf(policies[policyId]) : {};
  // A policy with an action or namespaces of its own follows those alone; the rest falls back to what holds for all.
  const acting = own.action !== undefined || own.namespaces !== undefined ? own : general;
  return {
    enforcement: asked ?? acting.action ?? "audit",
    namespaces: asked === undefined ? (acting.namespaces ?? []).map(selection) : [],
    failurePolicy: own.failurePolicy ?? general.failurePolicy ?? "Fail",
    excludedNamespaces: own.exclude ?? general.exclude,
  };
}

/** The options of a policy for a target: those of the cluster hold where the target has the form. */
export function productOptions(
  config: WritConfig,
  target: KubernetesTarget,
  policyId: string,
  asked: EnforcementAction | undefined,
): ProductOptions {
  const { kyvernoNamespace, kyvernoVersion, params = "inline" } = config.cluster ?? {};
  return {
    ...enforcementOf(config, policyId, asked),
    namespace: target === "kyverno" ? kyvernoNamespace : undefined,
    params: target === "vap" ? params : "inline",
    kyvernoVersion,
  };
}

function entryOf(entry: EnforcementAction | PolicyEnforcement | undefined): PolicyEnforcement {
  return typeof entry === "string" ? { action: entry } : (entry ?? {});
}

function selection({ action, names, matchLabels = {}, matchExpressions = [] }: NamespaceAction) {
  return {
    enforcement: action,
    requirements: [
      ...(names === undefined
        ? []
        : [{ key: "kubernetes.io/metadata.name", operator: "In" as const, values: [...names].sort() }]),
      ...Object.entries(matchLabels).map(([key, value]) => ({ key, operator: "In" as const, values: [value] })),
      ...matchExpressions,
    ],
  };
}

/** One line about how policies are enforced: `audit 11, deny 1 · failurePolicy Fail · leaves out kube-system`. */
export function enforcementLine(all: readonly Enforced[], ownExcludes: readonly string[]): string {
  const namespaced = all.filter(({ namespaces }) => namespaces.length > 0).length;
  const apart = namespaced === 0 ? "" : ` (${namespaced} with other actions in some namespaces)`;
  const excludes = counted(
    all.map(({ excludedNamespaces = ownExcludes }) => [...excludedNamespaces].sort().join(", ") || "nothing"),
  );
  return [
    `${counted(all.map(({ enforcement }) => enforcement))}${apart}`,
    `failurePolicy ${counted(all.map(({ failurePolicy }) => failurePolicy))}`,
    `leaves out ${excludes}`,
  ].join(" · ");
}

/** Different words with how often each is there; one word alone needs no number. */
function counted(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  if (counts.size <= 1) return words[0] ?? "";
  return [...counts].map(([word, times]) => `${word} (${times})`).join(", ");
}
