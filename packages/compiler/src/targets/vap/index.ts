import { kindFacts } from "@writ/sdk/fields";
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

/** A ValidatingAdmissionPolicy and its binding. The API server evaluates it itself, so what it cannot judge it refuses. */
export function vapProduct(policy: CompiledPolicy, { enforcement }: ProductOptions): KubernetesProduct {
  const { variables, validation } = printedProgram(policy, vapHost(policy), { escapeSubstitutions: false });
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
          validationActions: validationActions[enforcement],
          matchResources: { namespaceSelector: outside(["kube-system"]) },
        },
      },
    ],
  };
}

/** The API server has decoded the objects of its own kinds before a policy sees them; those of a CRD it has not. */
export function vapHost(policy: CompiledPolicy): CelHost {
  return { ...baseline("vap"), decoded: policy.kinds.every(isBuiltIn) };
}

// A dot in the group tells nothing: CRDs have groups below k8s.io, too.
function isBuiltIn({ group, version, kind }: CompiledPolicy["kinds"][number]): boolean {
  return kindFacts(group === "" ? version : `${group}/${version}`, kind) !== undefined;
}
