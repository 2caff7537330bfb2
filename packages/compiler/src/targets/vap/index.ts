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

/** A ValidatingAdmissionPolicy and its binding. The API server evaluates it itself, so what it cannot judge it refuses. */
export function vapProduct(policy: CompiledPolicy, { enforcement }: ProductOptions): KubernetesProduct {
  const decoded = policy.kinds.every(isBuiltIn);
  const { variables, validation } = printedProgram(policy, { decoded, minor: 30 }, { escapeSubstitutions: false });
  const metadata = { name: policy.id, annotations: { "writ.dev/title": policy.title, ...annotations(policy) } };
  return {
    policyId: policy.id,
    objects: [
      {
        apiVersion: "admissionregistration.k8s.io/v1",
        kind: "ValidatingAdmissionPolicy",
        metadata,
        spec: {
          failurePolicy: "Fail",
          matchConstraints: { resourceRules: resourceRules(policy) },
          variables,
          validations: [validation],
        },
      },
      {
        apiVersion: "admissionregistration.k8s.io/v1",
        kind: "ValidatingAdmissionPolicyBinding",
        metadata: { name: policy.id },
        spec: {
          policyName: policy.id,
          validationActions: actions[enforcement],
          matchResources: { namespaceSelector: outside(["kube-system"]) },
        },
      },
    ],
  };
}

// Groups of the API server's own kinds have no dot, or end in k8s.io; it has decoded their objects before a policy sees them.
function isBuiltIn({ group }: CompiledPolicy["kinds"][number]): boolean {
  return !group.includes(".") || group.endsWith(".k8s.io");
}
