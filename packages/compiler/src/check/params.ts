import type { ParamSchema, ParamShape, Policy } from "@writ/sdk";
import { acceptsParam, paramNoun } from "@writ/sdk/runtime";
import { type Diagnostic, type SourceRange, diagnostic } from "../diagnostics/index.js";
import type { Json, JsonObject } from "../ir/policy.js";
import type { Type, ValueType } from "../ir/types.js";

interface ResolvedParams {
  readonly values: JsonObject;
  readonly shapes: Readonly<Record<string, ParamShape>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The values of a policy's parameters: what is configured, else the defaults. Problems stand at the policy. */
export function resolveParams(
  policy: Policy,
  configured: Readonly<Record<string, unknown>>,
  range: SourceRange,
): ResolvedParams {
  const names = Object.keys(policy.params);
  const unknown = Object.keys(configured).filter((name) => !Object.hasOwn(policy.params, name));
  const diagnostics: Diagnostic[] = unknown.map((name) =>
    diagnostic("parameterUnknown", range, { policy: policy.id, name, known: names.join(", ") }),
  );
  const values: [name: string, value: Json][] = [];
  for (const [name, schema] of Object.entries(policy.params)) {
    const value = Object.hasOwn(configured, name) ? configured[name] : schema.default;
    if (value === undefined) {
      diagnostics.push(diagnostic("parameterMissing", range, { policy: policy.id, name }));
    } else if (!acceptsParam(schema, value)) {
      diagnostics.push(diagnostic("parameterType", range, { policy: policy.id, name, expected: paramNoun(schema) }));
    } else {
      values.push([name, value as Json]);
    }
  }
  const shapes = Object.fromEntries(Object.entries(policy.params).map(([name, schema]) => [name, shapeOf(schema)]));
  // Made from entries: assigned, a parameter of the name `__proto__` would be no member.
  return { values: Object.fromEntries(values), shapes, diagnostics };
}

/** A schema without its default. */
function shapeOf(schema: ParamShape): ParamShape {
  return schema.type === "list" ? { type: "list", element: shapeOf(schema.element) } : { type: schema.type };
}

/** The IR types of the parameters. */
export function paramTypes(params: Readonly<Record<string, ParamSchema<unknown>>>): ReadonlyMap<string, Type> {
  return new Map(Object.entries(params).map(([name, schema]) => [name, { value: paramType(schema), optional: false }]));
}

function paramType(shape: ParamShape): ValueType {
  switch (shape.type) {
    case "string":
      return { kind: "string" };
    case "integer":
      return { kind: "int" };
    case "boolean":
      return { kind: "bool" };
    case "quantity":
      return { kind: "quantity" };
    case "list":
      return { kind: "list", element: paramType(shape.element) };
  }
}
