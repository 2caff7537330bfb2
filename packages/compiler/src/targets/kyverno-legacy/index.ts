import { baseline } from "../capabilities.js";
import type { CompiledPolicy } from "../../ir/policy.js";
import type { CelHost } from "../cel/emitter.js";
import { resourceRules } from "../cel/match.js";
import { printedProgram } from "../cel/product.js";
import { type EnforcedPart, enforcedParts, labelSelector, partLimit } from "../cluster/enforcement.js";
import { factAnnotations, policyFacts } from "../cluster/facts.js";
import { type Lifecycle, lifecycleNotice, outsideLifecycle } from "../cluster/lifecycle.js";
import type { ProductOptions } from "../cluster/options.js";
import type { KubernetesObject, KubernetesProduct } from "../cluster/product.js";
import { type Refusal, refusal } from "../cluster/refusal.js";
import { dependsOnRequest } from "../cluster/request.js";

/** As for ValidatingPolicy: the CLI judges objects that nothing has decoded. */
export const kyvernoLegacyHost: CelHost = { ...baseline("kyverno-legacy"), decoded: false };

/** What a policy leaves out when nothing else is configured. */
export const kyvernoLegacyExcludes: readonly string[] = ["kube-system", "kyverno"];

/** `failureAction` of a rule came with 1.13; before it, a policy could only be enforced as a whole. */
const lifecycle: Lifecycle = {
  engine: "Kyverno",
  kind: "ClusterPolicy",
  since: "1.13",
  deprecated: "1.17",
  removed: "1.20",
};

/** Said wherever a ClusterPolicy is made. */
export const legacyNotice = `${lifecycleNotice(lifecycle) ?? ""}: prefer the target \`kyverno\``;

/** What Kyverno would not do as asked. */
export function kyvernoLegacyRefusals(policy: CompiledPolicy, options: ProductOptions): readonly Refusal[] {
  const refused: Refusal[] = [];
  const { kyvernoVersion, namespace, params } = options;
  const gone = kyvernoVersion === undefined ? undefined : outsideLifecycle(lifecycle, kyvernoVersion);
  if (gone !== undefined) refused.push(refusal(policy, "version", gone, "write it for the target `kyverno`"));
  if (namespace !== undefined)
    refused.push(refusal(policy, "enforcement", `a ClusterPolicy does not live in the namespace ${namespace}`));
  if (params === "object") refused.push(refusal(policy, "enforcement", "its parameters can only be constants there"));
  if (options.namespaces.length === 0) return refused;
  if (policy.kinds.some(({ group, kind }) => group === "" && kind === "Namespace")) {
    const what = "a ClusterPolicy cannot tell Namespace objects apart by their labels";
    refused.push(refusal(policy, "enforcement", what, "give the policy one action for all namespaces"));
  }
  if (enforcedParts(policy, options, []).length > partLimit)
    refused.push(refusal(policy, "enforcement", `its namespace selectors make more than ${partLimit} policies`));
  return refused;
}

/**
 * A Kyverno ClusterPolicy with a CEL rule for each enforcement, for clusters without ValidatingPolicy. Its own overrides of the failure
 * action would need fewer objects, but take a label selector for met where there is no namespace.
 */
export function kyvernoLegacyProduct(policy: CompiledPolicy, options: ProductOptions): KubernetesProduct {
  const { variables, validation } = printedProgram(policy, kyvernoLegacyHost, { escapeSubstitutions: true });
  const facts = factAnnotations(policyFacts(policy), {
    title: "policies.kyverno.io/title",
    category: "policies.kyverno.io/category",
    severity: "policies.kyverno.io/severity",
    subject: "policies.kyverno.io/subject",
    description: "policies.kyverno.io/description",
  });
  const annotations = {
    "pod-policies.kyverno.io/autogen-controllers": "none",
    "writ.dev/notice": legacyNotice,
    ...facts,
  };
  // The names of excluded namespaces stand in `exclude`, which also takes them for the names of Namespace objects.
  const excluded = options.excludedNamespaces ?? kyvernoLegacyExcludes;
  // A background scan has no subresources, and Kyverno refuses a policy that asks for both.
  const background = !dependsOnRequest(policy) && subresourcesOf(policy).length === 0;
  const object = (part: EnforcedPart): KubernetesObject => ({
    apiVersion: "kyverno.io/v1",
    kind: "ClusterPolicy",
    metadata: { name: `${policy.id}${part.suffix}`, annotations },
    spec: {
      background,
      // A warning is what the answer to the request says; the report of an audit comes with it.
      emitWarning: part.enforcement === "warn",
      webhookConfiguration: { failurePolicy: options.failurePolicy },
      rules: [
        {
          name: policy.id,
          match: { any: [{ resources: matched(policy, part) }] },
          ...(excluded.length === 0 ? {} : { exclude: { any: [{ resources: { namespaces: [...excluded].sort() } }] } }),
          validate: {
            failureAction: part.enforcement === "deny" ? "Enforce" : "Audit",
            cel: {
              generate: false,
              variables,
              expressions: [{ ...validation, message: escaped(validation.message) }],
            },
          },
        },
      ],
    },
  });
  return { policyId: policy.id, objects: enforcedParts(policy, options, []).map(object) };
}

/** Kinds, operations and namespaces: kinds by group, version and name, subresources by kind alone. */
function matched(policy: CompiledPolicy, part: EnforcedPart) {
  const rules = resourceRules({ ...policy, kinds: part.kinds });
  const namespaceSelector = labelSelector(part.requirements);
  const plain = part.kinds.map(({ group, version, kind }) =>
    [group, version, kind].filter((at) => at !== "").join("/"),
  );
  return {
    kinds: [...plain, ...subresourcesOf({ ...policy, kinds: part.kinds })],
    operations: [...new Set(rules.flatMap(({ operations }) => operations))],
    ...(namespaceSelector === undefined ? {} : { namespaceSelector }),
  };
}

/** `Pod/resize`. The kind Pod brings its ephemeral containers along. */
function subresourcesOf(policy: CompiledPolicy): readonly string[] {
  const resources = resourceRules(policy).flatMap((rule) => rule.resources);
  const below = policy.kinds.flatMap(({ kind, plural }) =>
    resources
      .filter((resource) => resource.startsWith(`${plural}/`) && resource !== "pods/ephemeralcontainers")
      .map((resource) => `${kind}/${resource.slice(plural.length + 1)}`),
  );
  return [...new Set(below)];
}

// Kyverno takes `$(name)` and `{{ expression }}` for variables in every text of a rule, and leaves out a policy whose variables it does not
// know; annotations it leaves alone. The message of a rule is shown only where its message expression fails.
function escaped(text: string): string {
  return text.replaceAll("$(", "$ (").replaceAll("{{", "{ {");
}
