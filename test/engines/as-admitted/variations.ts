import { kindFacts, typeFacts, type FieldType } from "@writ/sdk/fields";
import type { JsonObject } from "../src/engine.js";

/** How deep a variation looks below a field that the seed does not have. */
const depth = 3;

/**
 * The seed with one field more, or one field at another value: each field of its kind, as the field table knows it, at its zero value and at
 * values of its type. Which of them the API server takes is for the API server to say.
 */
export function variationsOf(seed: JsonObject): readonly JsonObject[] {
  const { apiVersion, kind } = seed as { readonly apiVersion: string; readonly kind: string };
  const facts = kindFacts(apiVersion, kind);
  if (facts === undefined) throw new Error(`${apiVersion} has no ${kind}`);
  return variedObject(seed, facts.typeKey, depth) as readonly JsonObject[];
}

/** Where a variation would be another object, or the server does not take what is written. */
const fixedMetadata = "name namespace generateName managedFields uid resourceVersion creationTimestamp selfLink".split(
  " ",
);

function variedObject(value: JsonObject, typeKey: string, left: number): readonly unknown[] {
  const isMetadata = typeKey === "meta/v1.ObjectMeta";
  return [...(typeFacts(typeKey) ?? [])].flatMap(([field, { type }]) => {
    if (isMetadata ? fixedMetadata.includes(field) : field === "apiVersion" || field === "kind") return [];
    const own = value[field];
    const varied = own === undefined ? valuesOf(type, left) : [...variedValue(own, type, left), ...valuesOf(type, 0)];
    return varied.map((changed) => ({ ...value, [field]: changed }));
  });
}

/** What stands in the seed, with something below it changed. */
function variedValue(value: unknown, type: FieldType, left: number): readonly unknown[] {
  if (type.kind === "object" && isObject(value)) return variedObject(value, type.of, left);
  if (type.kind === "list" && Array.isArray(value)) {
    const items = value as readonly unknown[];
    return items.flatMap((item, index) =>
      variedValue(item, type.element, left).map((changed) => items.with(index, changed)),
    );
  }
  return [];
}

/** Values of a type, the zero value and null among them. */
function valuesOf(type: FieldType, left: number): readonly unknown[] {
  switch (type.kind) {
    case "string":
      return ["", "a", "Always", "IfNotPresent", null];
    case "integer":
      return [0, 1, 1000, null];
    case "number":
      return [0, 0.5];
    case "boolean":
      return [false, true, null];
    case "quantity":
      return ["0.5", "1024Mi", 1, "1500m"];
    case "intOrString":
      return [0, 1, "25%", "http"];
    case "time":
      return ["2024-01-01T00:00:00Z"];
    case "json":
      return [{ a: 1 }];
    case "list":
      return [[], null, ...valuesOf(type.element, left).map((element) => [element])];
    case "map":
      return [{}, null, ...valuesOf(type.value, left).map((value) => ({ a: value, cpu: value }))];
    case "object":
      return [{}, ...(left === 0 ? [] : variedObject({}, type.of, left - 1))];
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
