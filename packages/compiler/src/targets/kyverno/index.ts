import { baseline } from "../capabilities.js";
import type { CelHost } from "../cel/emitter.js";
import type { CompiledPolicy } from "../../ir/policy.js";
import { resourceRules } from "../cel/match.js";
import {
  annotations,
  type KubernetesProduct,
  outside,
  printedProgram,
  type ProductOptions,
  validationActions,
} from "../cel/product.js";

/** Kyverno's CLI, and its JSON mode, judge objects that nothing has decoded. */
export const kyvernoHost: CelHost = { ...baseline("kyverno"), decoded: false };

/** A Kyverno ValidatingPolicy. Every kind is named; Kyverno's own derivation of rules for workloads rewrites text, and stays off. */
export function kyvernoProduct(policy: CompiledPolicy, { enforcement }: ProductOptions): KubernetesProduct {
  const { variables, validation } = printedProgram(policy, kyvernoHost, { escapeSubstitutions: false });
  return {
    policyId: policy.id,
    objects: [
      {
        apiVersion: "policies.kyverno.io/v1",
        kind: "ValidatingPolicy",
        metadata: { name: policy.id, annotations: { ...kyvernoAnnotations(policy), ...annotations(policy) } },
        spec: {
          validationActions: validationActions[enforcement],
          failurePolicy: "Fail",
          evaluation: { background: { enabled: true } },
          autogen: { podControllers: { controllers: [] } },
          matchConstraints: {
            namespaceSelector: outside(["kube-system", "kyverno"]),
            resourceRules: resourceRules(policy),
          },
          variables,
          validations: [validation],
        },
      },
    ],
  };
}

function kyvernoAnnotations(policy: CompiledPolicy): Readonly<Record<string, string>> {
  return {
    "policies.kyverno.io/title": policy.title,
    "policies.kyverno.io/severity": policy.severity,
    "policies.kyverno.io/subject": [...new Set(policy.kinds.map(({ kind }) => kind))].join(", "),
    ...(policy.description === undefined ? {} : { "policies.kyverno.io/description": policy.description }),
  };
}
