import { boundOf } from "../../ir/range.js";
import { hasLimit } from "../../ir/shape.js";
import { kindFacts } from "@writ/sdk/fields";
import { baseline } from "../capabilities.js";
import type { CompiledPolicy } from "../../ir/policy.js";
import type { CelHost } from "../cel/emitter.js";
import { resourceRules } from "../cel/match.js";
import { rangeOf } from "../cel/unsupported.js";
import { matchPolicy, printedProgram, validationActions } from "../cel/product.js";
import { type EnforcedPart, enforcedParts, labelSelector, partLimit } from "../cluster/enforcement.js";
import { factAnnotations, policyFacts } from "../cluster/facts.js";
import type { ProductOptions } from "../cluster/options.js";
import type { KubernetesObject, KubernetesProduct } from "../cluster/product.js";
import { type Refusal, refusal } from "../cluster/refusal.js";
import { paramDefinition, paramKind, paramKindName, paramObject, paramRef, paramValidation } from "./params.js";

/** What a policy leaves out when nothing else is configured: a policy must not stop what the cluster needs to run. */
export const vapExcludes: readonly string[] = ["kube-system"];

/** What the API server would not do as asked. */
export function vapRefusals(policy: CompiledPolicy, options: ProductOptions): readonly Refusal[] {
  const { namespace } = options;
  const refused: Refusal[] = [];
  if (namespace !== undefined) {
    const what = `a ValidatingAdmissionPolicy does not live in the namespace ${namespace}`;
    refused.push(refusal(policy, "enforcement", what));
  }
  if (enforcedParts(policy, options, vapExcludes).length > partLimit)
    refused.push(refusal(policy, "enforcement", `its namespace selectors make more than ${partLimit} bindings`));
  // The API server takes 63 characters for the kind of a list, too.
  if (readsParams(policy, options) && `${paramKindName(policy)}List`.length > 63)
    refused.push(refusal(policy, "limit", "its id is too long for the kind of its parameters"));
  if (readsParams(policy, options)) refused.push(...unboundedArithmetic(policy));
  return refused;
}

/** What is shown of the arithmetic of a policy when it is compiled holds for the values that are configured, and for no others. */
function unboundedArithmetic(policy: CompiledPolicy): readonly Refusal[] {
  const bound = boundOf(policy.ir.rules, undefined);
  if (bound.kind === "within") return [];
  const what = `\`${bound.at.operator}\` could leave the integers that all engines agree on, because whoever sets its parameters may set any integer`;
  const help =
    'compare with the parameter without computing with it, or write the parameters into the policy: `cluster: { params: "inline" }`';
  return [{ reason: "enforcement", what, help, ...rangeOf(policy, bound.at.span) }];
}

/**
 * A ValidatingAdmissionPolicy and a binding for each enforcement. The API server evaluates it itself, so what it cannot judge it refuses.
 */
export function vapProduct(policy: CompiledPolicy, options: ProductOptions): KubernetesProduct {
  const withParams = readsParams(policy, options);
  const host: CelHost = withParams ? { ...vapHost(policy), paramsObject: true } : vapHost(policy);
  const { variables, validation } = printedProgram(policy, host, { escapeSubstitutions: false });
  const definition: KubernetesObject = {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicy",
    metadata: { name: policy.id, annotations: factAnnotations(policyFacts(policy), {}) },
    spec: {
      failurePolicy: options.failurePolicy,
      ...(withParams ? { paramKind: paramKind(policy) } : {}),
      matchConstraints: { matchPolicy, resourceRules: resourceRules(policy) },
      variables,
      validations: withParams ? [paramValidation(policy), validation] : [validation],
    },
  };
  const parts = enforcedParts(policy, options, options.excludedNamespaces ?? vapExcludes);
  return {
    policyId: policy.id,
    objects: [definition, ...parts.map((part) => binding(policy, part, withParams))],
    ...(withParams ? { before: { crd: [paramDefinition(policy)], params: [paramObject(policy)] } } : {}),
  };
}

/** A policy without parameters needs no object for them. */
function readsParams(policy: CompiledPolicy, { params }: ProductOptions): boolean {
  return params === "object" && Object.keys(policy.paramShapes).length > 0;
}

function binding(policy: CompiledPolicy, part: EnforcedPart, withParams: boolean): KubernetesObject {
  const namespaceSelector = labelSelector(part.requirements);
  const resources = {
    ...(namespaceSelector === undefined ? {} : { namespaceSelector }),
    ...(part.kinds.length === policy.kinds.length
      ? {}
      : { matchPolicy, resourceRules: resourceRules({ ...policy, kinds: part.kinds }) }),
  };
  return {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicyBinding",
    metadata: { name: `${policy.id}${part.suffix}` },
    spec: {
      policyName: policy.id,
      ...(withParams ? { paramRef: paramRef(policy) } : {}),
      validationActions: validationActions[part.enforcement],
      ...(Object.keys(resources).length === 0 ? {} : { matchResources: resources }),
    },
  };
}

/**
 * The API server has decoded the objects of its own kinds before a policy sees them; those of a CRD it has not. It takes integers
 * beyond what a policy can compute with.
 */
export function vapHost(policy: CompiledPolicy): CelHost {
  return { ...baseline("vap"), decoded: policy.kinds.every(isBuiltIn) && !hasLimit(policy.ir.shapes) };
}

// A dot in the group tells nothing: CRDs have groups below k8s.io, too.
function isBuiltIn({ group, version, kind }: CompiledPolicy["kinds"][number]): boolean {
  return kindFacts(group === "" ? version : `${group}/${version}`, kind) !== undefined;
}
