import { baseline } from "../capabilities.js";
import type { CelHost } from "../cel/emitter.js";
import type { CompiledPolicy } from "../../ir/policy.js";
import { annotations, type KubernetesProduct, printedProgram, type ProductOptions } from "../cel/product.js";

/** Said wherever a ClusterPolicy is made. */
export const legacyNotice =
  "ClusterPolicy is deprecated since Kyverno 1.17 and its removal is announced for 1.20: prefer the target `kyverno`";

/** As for ValidatingPolicy: the CLI judges objects that nothing has decoded. */
export const kyvernoLegacyHost: CelHost = { ...baseline("kyverno-legacy"), decoded: false };

/** A Kyverno ClusterPolicy with a CEL rule, for clusters without ValidatingPolicy. Kyverno substitutes `$(…)` in it, so that is escaped. */
export function kyvernoLegacyProduct(policy: CompiledPolicy, { enforcement }: ProductOptions): KubernetesProduct {
  const { variables, validation } = printedProgram(policy, kyvernoLegacyHost, { escapeSubstitutions: true });
  return {
    policyId: policy.id,
    objects: [
      {
        apiVersion: "kyverno.io/v1",
        kind: "ClusterPolicy",
        metadata: {
          name: policy.id,
          annotations: {
            "policies.kyverno.io/title": escaped(policy.title),
            "policies.kyverno.io/severity": policy.severity,
            "pod-policies.kyverno.io/autogen-controllers": "none",
            "writ.dev/notice": legacyNotice,
            ...Object.fromEntries(Object.entries(annotations(policy)).map(([key, text]) => [key, escaped(text)])),
          },
        },
        spec: {
          background: true,
          rules: [
            {
              name: policy.id,
              match: { any: [{ resources: { kinds: matchedKinds(policy), operations: ["CREATE", "UPDATE"] } }] },
              exclude: { any: [{ resources: { namespaces: ["kube-system", "kyverno"] } }] },
              validate: {
                failureAction: enforcement === "deny" ? "Enforce" : "Audit",
                cel: {
                  generate: false,
                  variables,
                  expressions: [{ ...validation, message: escaped(validation.message) }],
                },
              },
            },
          ],
        },
      },
    ],
  };
}

function matchedKinds(policy: CompiledPolicy): readonly string[] {
  const kinds = policy.kinds.map(({ group, version, kind }) =>
    group === "" ? `${version}/${kind}` : `${group}/${version}/${kind}`,
  );
  return kinds.includes("v1/Pod") ? [...kinds, "Pod/ephemeralcontainers"] : kinds;
}

// Kyverno reads `$(name)` and `{{ expression }}` in every text of a policy.
function escaped(text: string): string {
  return text.replaceAll("$(", "$ (").replaceAll("{{", "{ {");
}
