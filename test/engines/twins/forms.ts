import { defaultProductOptions, kubernetesTargets, type CompiledPolicy } from "@writ/compiler";
import type { JsonObject } from "../src/engine.js";
import type { Twin } from "./twin.js";
import { twinPolicy } from "./twin.js";

/** The two ways in which an object comes to CEL, and what is evaluated there. */
export type FormName = "decoded" | "guarded";

export interface Forms {
  readonly name: FormName;
  readonly emitted: JsonObject;
  readonly twin: JsonObject;
}

/** The policy and its twin for the API server's own objects, and for objects that nobody has decoded. */
export function formsOf(policy: CompiledPolicy, twin: Twin): readonly Forms[] {
  const product = (target: "vap" | "kyverno"): JsonObject =>
    kubernetesTargets[target].product(policy, defaultProductOptions("deny")).objects[0] as unknown as JsonObject;
  return [
    { name: "decoded", emitted: product("vap"), twin: twinPolicy(policy.id, twin.decoded(policy.params)) },
    {
      name: "guarded",
      emitted: admissionPolicyOf(product("kyverno")),
      twin: twinPolicy(policy.id, twin.guarded(policy.params)),
    },
  ];
}

/** The expressions of a ValidatingPolicy as the API server takes them. */
function admissionPolicyOf(validatingPolicy: JsonObject): JsonObject {
  const { matchConstraints, variables, validations } = validatingPolicy["spec"] as JsonObject;
  const { resourceRules } = matchConstraints as JsonObject;
  return {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicy",
    metadata: { name: (validatingPolicy["metadata"] as JsonObject)["name"] ?? "" },
    spec: {
      failurePolicy: "Fail",
      matchConstraints: { resourceRules: resourceRules ?? [] },
      variables: variables ?? [],
      validations: validations ?? [],
    },
  };
}
