import { defaultProductOptions, emitKubernetes, type CompiledPolicy, type KubernetesTargetName } from "@writ/compiler";
import type { JsonObject } from "../src/engine.js";
import { subresourceOf, type Trial } from "./trial.js";

/** The objects of a policy as `writ build` makes them when every violation is to be denied, in every namespace. */
export function productOf(target: KubernetesTargetName, policy: CompiledPolicy): readonly JsonObject[] {
  const emitted = emitKubernetes(target, policy, { ...defaultProductOptions("deny"), excludedNamespaces: [] });
  if (!emitted.ok)
    throw new Error(emitted.refusals.map(({ what }) => `${policy.id} for ${target}: ${what}`).join("\n"));
  return emitted.product.objects as readonly JsonObject[];
}

interface ResourceRule {
  readonly apiGroups: readonly string[];
  readonly apiVersions: readonly string[];
  readonly resources: readonly string[];
}

/** Whether a policy asks to see a request: every product has the match constraints of the policy of the API server. */
export function matcherOf(policy: CompiledPolicy): (trial: Trial) => boolean {
  const [definition] = productOf("vap", policy);
  const { matchConstraints } = definition?.["spec"] as unknown as {
    readonly matchConstraints: { readonly resourceRules: readonly ResourceRule[] };
  };
  return ({ kind: { group, version, plural }, way }) => {
    const subresource = subresourceOf(way);
    const resource = subresource === undefined ? plural : `${plural}/${subresource}`;
    return matchConstraints.resourceRules.some(
      ({ apiGroups, apiVersions, resources }) =>
        apiGroups.includes(group) && apiVersions.includes(version) && resources.includes(resource),
    );
  };
}
