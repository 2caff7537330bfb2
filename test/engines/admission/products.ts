import { defaultProductOptions, emitKubernetes } from "@writ/compiler";
import type { CompiledPolicy, KubernetesTargetName, ProductOptions } from "@writ/compiler";
import type { JsonObject } from "../src/engine.js";
import { subresourceOf, type Trial } from "./trial.js";

/** Violations are denied, in every namespace. */
const everywhere: ProductOptions = { ...defaultProductOptions("deny"), excludedNamespaces: [] };

/** Violations are denied in some namespaces, and noted in all others. */
export function denyingIn(namespaces: readonly string[]): ProductOptions {
  const requirements = [{ key: "kubernetes.io/metadata.name", operator: "In", values: namespaces }] as const;
  return { ...everywhere, enforcement: "audit", namespaces: [{ requirements, enforcement: "deny" }] };
}

/** The objects of a policy as `writ build` makes them. Throws when the target refuses it. */
export function productOf(
  target: KubernetesTargetName,
  policy: CompiledPolicy,
  options: ProductOptions = everywhere,
): readonly JsonObject[] {
  const emitted = emitKubernetes(target, policy, options);
  if (!emitted.ok)
    throw new Error(emitted.refusals.map(({ what }) => `${policy.id} for ${target}: ${what}`).join("\n"));
  return emitted.product.objects as readonly JsonObject[];
}

/**
 * The policy of the API server and the binding that denies in some namespaces. Without the one that notes what is violated elsewhere: with
 * hundreds of policies in force the server would evaluate each of them on every request, and be too late with its answer.
 */
export function objectsDenyingIn(policy: CompiledPolicy, namespaces: readonly string[]): readonly JsonObject[] {
  return productOf("vap", policy, denyingIn(namespaces)).filter(({ spec }) => {
    const { validationActions } = spec as { readonly validationActions?: readonly string[] };
    return validationActions === undefined || validationActions.includes("Deny");
  });
}

interface ResourceRule {
  readonly apiGroups: readonly string[];
  readonly apiVersions: readonly string[];
  readonly resources: readonly string[];
  readonly operations: readonly string[];
}

/** Whether a policy asks to see a request: every product has the match constraints of the policy of the API server. */
export function matcherOf(policy: CompiledPolicy): (trial: Trial) => boolean {
  const [definition] = productOf("vap", policy);
  const { matchConstraints } = definition?.["spec"] as unknown as {
    readonly matchConstraints: { readonly resourceRules: readonly ResourceRule[] };
  };
  return ({ kind: { group, version, plural }, way, request: { operation } }) => {
    const subresource = subresourceOf(way);
    const resource = subresource === undefined ? plural : `${plural}/${subresource}`;
    return matchConstraints.resourceRules.some(
      ({ apiGroups, apiVersions, resources, operations }) =>
        apiGroups.includes(group) &&
        apiVersions.includes(version) &&
        resources.includes(resource) &&
        operations.includes(operation),
    );
  };
}
