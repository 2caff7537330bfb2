import type { CompiledPolicy } from "../../ir/policy.js";
import { resourceRules } from "../cel/match.js";
import {
  annotations,
  type Enforcement,
  type KubernetesProduct,
  outside,
  printedProgram,
  type ProductOptions,
} from "../cel/product.js";

const actions: Readonly<Record<Enforcement, readonly string[]>> = {
  audit: ["Audit"],
  warn: ["Warn", "Audit"],
  deny: ["Deny"],
};

/** A Kyverno ValidatingPolicy. Every kind is named; Kyverno's own derivation of rules for workloads rewrites text, and stays off. */
export function kyvernoProduct(policy: CompiledPolicy, { enforcement }: ProductOptions): KubernetesProduct {
  const { variables, validation } = printedProgram(
    policy,
    { decoded: false, minor: 35 },
    { escapeSubstitutions: false },
  );
  return {
    policyId: policy.id,
    objects: [
      {
        apiVersion: "policies.kyverno.io/v1",
        kind: "ValidatingPolicy",
        metadata: { name: policy.id, annotations: { ...kyvernoAnnotations(policy), ...annotations(policy) } },
        spec: {
          validationActions: actions[enforcement],
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
