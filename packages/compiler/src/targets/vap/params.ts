import type { ParamShape } from "@writ/sdk";
import type { CompiledPolicy } from "../../ir/policy.js";
import { type Cel, and, call, int, literal, macro, method, name, optionalSelect, or, relation } from "../cel/ast.js";
import { printCel } from "../cel/print.js";
import { wellTyped } from "../cel/typing.js";
import type { KubernetesObject } from "../cluster/product.js";

/** The API group of the objects that hold parameters: one kind for each policy. */
const group = "params.writ.dev";
const version = "v1";
const safe = Number.MAX_SAFE_INTEGER;

/** As the API server reads a quantity. */
const quantityPattern = String.raw`^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$`;

/** `ApprovedRegistries` for `approved-registries`. A hyphen before a digit stays, so that no two ids have one kind. */
export function paramKindName(policy: CompiledPolicy): string {
  return policy.id.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}

/** What the policy names as its `paramKind`. */
export function paramKind(policy: CompiledPolicy) {
  return { apiVersion: `${group}/${version}`, kind: paramKindName(policy) };
}

/** Without the object nothing is known about the request, so it is treated as one that cannot be judged. */
export function paramRef(policy: CompiledPolicy) {
  return { name: policy.id, parameterNotFoundAction: "Deny" };
}

/** The definition of the kind. Each parameter has a default, so that an object that names none means what inlined parameters mean. */
export function paramDefinition(policy: CompiledPolicy): KubernetesObject {
  const kind = paramKindName(policy);
  const properties = Object.fromEntries(
    Object.entries(policy.paramShapes).map(([param, shape]) => [
      param,
      { ...schemaOf(shape), default: policy.params[param] },
    ]),
  );
  const spec = { type: "object", default: {}, properties };
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `${policy.id}.${group}` },
    spec: {
      group,
      scope: "Cluster",
      names: { kind, listKind: `${kind}List`, plural: policy.id, singular: policy.id },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: "object", properties: { spec } } },
        },
      ],
    },
  };
}

/** The object that the policy reads, with the values that inlined parameters have. */
export function paramObject(policy: CompiledPolicy): KubernetesObject {
  return { ...paramKind(policy), metadata: { name: policy.id }, spec: policy.params };
}

function schemaOf(shape: ParamShape): object {
  switch (shape.type) {
    case "string":
      return { type: "string" };
    case "integer":
      return { type: "integer", format: "int64", minimum: -safe, maximum: safe };
    case "boolean":
      return { type: "boolean" };
    case "quantity":
      return { type: "string", pattern: quantityPattern };
    case "list":
      return { type: "array", items: schemaOf(shape.element) };
  }
}

/**
 * A validation that the parameters are there and of their types: the definition in the cluster may be another one than ours, and an
 * object may be older than it. An object that waits for its finalizers stays out of scope.
 */
export function paramValidation(policy: CompiledPolicy) {
  const spec = optionalSelect(name("params"), "spec");
  const checks = Object.entries(policy.paramShapes).map(([param, shape], position) =>
    isOf(shape, method(optionalSelect(spec, param), "orValue", literal(null)), position),
  );
  const deletion = optionalSelect(optionalSelect(name("object"), "metadata"), "deletionTimestamp");
  const isBeingDeleted = relation("!=", method(deletion, "orValue", literal(null)), literal(null));
  return {
    expression: printCel(wellTyped(or([isBeingDeleted, and(checks)]))),
    message: `the parameters of ${policy.id} are not of their types`,
  };
}

function isOf(shape: ParamShape, value: Cel, position: number): Cel {
  const is = (type: string): Cel => relation("==", call("type", value), name(type));
  switch (shape.type) {
    case "string":
      return is("string");
    case "integer":
      return and([is("int"), relation("<=", value, int(safe)), relation(">=", value, int(-safe))]);
    case "boolean":
      return is("bool");
    case "quantity":
      return and([is("string"), call("isQuantity", value)]);
    case "list": {
      const item = `e${position}`;
      return and([is("list"), macro(value, "all", item, isOf(shape.element, name(item), position))]);
    }
  }
}
