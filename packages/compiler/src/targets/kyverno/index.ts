import { baseline } from "../capabilities.js";
import type { CompiledPolicy } from "../../ir/policy.js";
import type { CelHost } from "../cel/emitter.js";
import { resourceRules } from "../cel/match.js";
import { matchPolicy, printedProgram, validationActions } from "../cel/product.js";
import { type EnforcedPart, enforcedParts, hasNamespace, labelSelector, partLimit } from "../cluster/enforcement.js";
import { factAnnotations, policyFacts } from "../cluster/facts.js";
import { type Lifecycle, outsideLifecycle } from "../cluster/lifecycle.js";
import type { ProductOptions } from "../cluster/options.js";
import type { KubernetesObject, KubernetesProduct } from "../cluster/product.js";
import { type Refusal, refusal } from "../cluster/refusal.js";
import { dependsOnRequest } from "../cluster/request.js";

/** Kyverno's CLI, and its JSON mode, judge objects that nothing has decoded. */
export const kyvernoHost: CelHost = { ...baseline("kyverno"), decoded: false };

/** What a policy leaves out when nothing else is configured: a policy must not stop what the cluster and Kyverno need to run. */
export const kyvernoExcludes: readonly string[] = ["kube-system", "kyverno"];

const lifecycle: Lifecycle = { engine: "Kyverno", kind: "ValidatingPolicy policies.kyverno.io/v1", since: "1.17" };

/** What Kyverno would not do as asked. */
export function kyvernoRefusals(policy: CompiledPolicy, options: ProductOptions): readonly Refusal[] {
  const refused: Refusal[] = [];
  const { kyvernoVersion, namespace, params } = options;
  const unknown = kyvernoVersion === undefined ? undefined : outsideLifecycle(lifecycle, kyvernoVersion);
  if (unknown !== undefined) refused.push(refusal(policy, "version", unknown));
  if (params === "object") refused.push(refusal(policy, "enforcement", "its parameters can only be constants there"));
  const excluded = options.excludedNamespaces ?? kyvernoExcludes;
  if (namespace === undefined) {
    if (enforcedParts(policy, options, excluded).length > partLimit)
      refused.push(refusal(policy, "enforcement", `its namespace selectors make more than ${partLimit} policies`));
    return refused;
  }
  const clusterScoped = policy.kinds.filter(({ namespaced }) => !namespaced).map(({ kind }) => kind);
  if (clusterScoped.length > 0) {
    const what = `a policy of the namespace ${namespace} never sees ${clusterScoped.join(", ")}, which no namespace holds`;
    refused.push(refusal(policy, "enforcement", what, "write it as a policy for the whole cluster"));
  }
  if (options.namespaces.length > 0) {
    const what = `a policy of the namespace ${namespace} cannot select others by their labels`;
    refused.push(refusal(policy, "enforcement", what, "give it one action, or write it for the whole cluster"));
  }
  if (excluded.includes(namespace))
    refused.push(refusal(policy, "enforcement", `the namespace ${namespace} is one that policies leave out`));
  return refused;
}

/**
 * A Kyverno ValidatingPolicy for each enforcement, or a NamespacedValidatingPolicy. Every kind is named; Kyverno's own derivation of
 * rules for workloads rewrites text, and stays off.
 */
export function kyvernoProduct(policy: CompiledPolicy, options: ProductOptions): KubernetesProduct {
  const { variables, validation } = printedProgram(policy, kyvernoHost, { escapeSubstitutions: false });
  const annotations = factAnnotations(policyFacts(policy), {
    title: "policies.kyverno.io/title",
    category: "policies.kyverno.io/category",
    severity: "policies.kyverno.io/severity",
    subject: "policies.kyverno.io/subject",
    description: "policies.kyverno.io/description",
  });
  const object = (part: EnforcedPart): KubernetesObject => {
    const namespaceSelector = labelSelector(part.requirements);
    return {
      apiVersion: "policies.kyverno.io/v1",
      kind: options.namespace === undefined ? "ValidatingPolicy" : "NamespacedValidatingPolicy",
      metadata: {
        name: `${policy.id}${part.suffix}`,
        ...(options.namespace === undefined ? {} : { namespace: options.namespace }),
        annotations,
      },
      spec: {
        validationActions: validationActions[part.enforcement],
        failurePolicy: options.failurePolicy,
        evaluation: { background: { enabled: !dependsOnRequest(policy) } },
        autogen: { podControllers: { controllers: [] } },
        matchConstraints: {
          matchPolicy,
          ...(namespaceSelector === undefined ? {} : { namespaceSelector }),
          resourceRules: resourceRules({ ...policy, kinds: part.kinds }),
        },
        variables,
        validations: [validation],
      },
    };
  };
  const excluded = options.excludedNamespaces ?? kyvernoExcludes;
  const parts = options.namespace === undefined ? enforcedParts(policy, options, excluded) : [wholeOf(policy, options)];
  return { policyId: policy.id, objects: parts.map(object) };
}

/** A namespaced policy only sees its own namespace. */
function wholeOf(policy: CompiledPolicy, { enforcement }: ProductOptions): EnforcedPart {
  return { suffix: "", enforcement, kinds: policy.kinds.filter(hasNamespace), requirements: [] };
}
