import type { FieldType } from "../src/fields/types.js";
import { compare, type Api, type Resource, type Schema } from "./openapi.js";
import type { ObservedField, Observations } from "./reflected.js";

/** One struct of the API: what OpenAPI declares and what Go was seen to do, joined. */
export interface ApiType {
  /** `core/v1.Container`. */
  readonly key: string;
  /** `core/v1`: the module of its model. */
  readonly module: string;
  readonly name: string;
  /** The kind and version that a document of this type names; only for types with exactly one. */
  readonly identity: { readonly apiVersion: string; readonly kind: string } | undefined;
  /** The resource it is served as; a kind that is only a subresource (Eviction, Scale) has none. */
  readonly resource: Resource | undefined;
  readonly fields: readonly ApiField[];
}

export interface ApiField {
  readonly name: string;
  readonly type: FieldType;
  /** By OpenAPI; presence.ts has the last word. */
  readonly required: boolean;
  readonly observed: ObservedField;
}

const scalarSchemas: Readonly<Record<string, FieldType>> = {
  "api/resource.Quantity": { kind: "quantity" },
  "util/intstr.IntOrString": { kind: "intOrString" },
  "meta/v1.Time": { kind: "time" },
  "meta/v1.MicroTime": { kind: "time" },
  "meta/v1.FieldsV1": { kind: "json" },
  "meta/v1.Patch": { kind: "json" },
  "pkg/runtime.RawExtension": { kind: "json" },
  "pkg/version.Info": { kind: "json" },
  "apiextensions/v1.JSON": { kind: "json" },
  "apiextensions/v1.JSONSchemaPropsOrArray": { kind: "json" },
  "apiextensions/v1.JSONSchemaPropsOrBool": { kind: "json" },
  "apiextensions/v1.JSONSchemaPropsOrStringArray": { kind: "json" },
};

/**
 * Joins both sources, by type key. The list kinds (PodList) are left out: a list is read as its items and is itself never
 * admitted. A field that only one source knows is an error: the pinned modules do not belong together.
 */
export function catalogueOf(api: Api, observations: Observations): ReadonlyMap<string, ApiType> {
  const types = [...api.schemas].flatMap(([schemaName, schema]): ApiType[] => {
    const { key, module, name } = placeOf(schemaName);
    if (key in scalarSchemas || isList(name, schema)) return [];
    const observed = observations[key];
    if (observed === undefined) throw new Error(`${key}: in OpenAPI, but not in the Go types`);
    const identity = identityOf(module, schema);
    const resource = api.resources.find((r) => apiVersionOf(r) === identity?.apiVersion && r.kind === name);
    return [{ key, module, name, identity, resource, fields: fieldsOf(key, schema, observed) }];
  });
  const embedded = embed(types);
  return new Map(embedded.sort((a, b) => compare(a.key, b.key)).map((type) => [type.key, type]));
}

function fieldsOf(key: string, schema: Schema, observed: Readonly<Record<string, ObservedField>>): ApiField[] {
  const properties = Object.entries(schema.properties ?? {});
  const missing = Object.keys(observed).filter((name) => !(name in (schema.properties ?? {})));
  if (missing.length > 0) throw new Error(`${key}: ${missing.join(", ")} in the Go type, but not in OpenAPI`);
  return properties.map(([name, property]) => {
    const of = observed[name];
    if (of === undefined) throw new Error(`${key}.${name}: in OpenAPI, but not in the Go type`);
    return { name, type: typeOf(property), required: schema.required?.includes(name) === true, observed: of };
  });
}

/** `io.k8s.api.core.v1.Container` is `Container` of `core/v1`. */
function placeOf(schemaName: string): { key: string; module: string; name: string } {
  const [group = "", version = "", name = ""] = schemaName.split(".").slice(-3);
  return { key: `${group}/${version}.${name}`, module: `${group}/${version}`, name };
}

function isList(name: string, schema: Schema): boolean {
  return name.endsWith("List") && schema["x-kubernetes-group-version-kind"] !== undefined;
}

/** The kinds of meta/v1 (Status, DeleteOptions) are registered in every group and stand in no manifest. */
function identityOf(module: string, schema: Schema): ApiType["identity"] {
  const [of, another] = schema["x-kubernetes-group-version-kind"] ?? [];
  if (of === undefined || another !== undefined || module === "meta/v1") return undefined;
  return { apiVersion: apiVersionOf(of), kind: of.kind };
}

function apiVersionOf({ group, version }: { readonly group: string; readonly version: string }): string {
  return group === "" ? version : `${group}/${version}`;
}

function typeOf(schema: Schema): FieldType {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (reference !== undefined) {
    const { key } = placeOf(reference.replace("#/components/schemas/", ""));
    return scalarSchemas[key] ?? { kind: "object", of: key };
  }
  switch (schema.type) {
    case "string":
      return { kind: schema.format === "date-time" ? "time" : "string" };
    case "integer":
    case "number":
    case "boolean":
      return { kind: schema.type };
    case "array":
      return { kind: "list", element: typeOf(schema.items ?? {}) };
    case undefined:
    default:
      return schema.additionalProperties === undefined
        ? { kind: "json" }
        : { kind: "map", value: typeOf(schema.additionalProperties) };
  }
}

/**
 * A kind inside another document (the claim templates of a StatefulSet) need not repeat apiVersion, kind and metadata, so it
 * gets a type of its own: `EmbeddedPersistentVolumeClaim`.
 */
function embed(types: readonly ApiType[]): ApiType[] {
  const kinds = new Map(types.flatMap((type) => (type.identity === undefined ? [] : [[type.key, type] as const])));
  const used = new Set<string>();
  const renamed = types.map((type) => ({
    ...type,
    fields: type.fields.map((field) => ({ ...field, type: renameKinds(field.type, kinds, used) })),
  }));
  const embedded = renamed
    .filter((type) => used.has(type.key))
    .map((type) => ({ ...type, ...{ key: embeddedKey(type), name: `Embedded${type.name}` } }))
    .map((type) => ({ ...type, identity: undefined, resource: undefined }));
  return [...renamed, ...embedded];
}

function renameKinds(type: FieldType, kinds: ReadonlyMap<string, ApiType>, used: Set<string>): FieldType {
  if (type.kind === "list") return { kind: "list", element: renameKinds(type.element, kinds, used) };
  if (type.kind === "map") return { kind: "map", value: renameKinds(type.value, kinds, used) };
  const kind = type.kind === "object" ? kinds.get(type.of) : undefined;
  if (kind === undefined) return type;
  used.add(kind.key);
  return { kind: "object", of: embeddedKey(kind) };
}

function embeddedKey({ module, name }: ApiType): string {
  return `${module}.Embedded${name}`;
}

/** The struct behind a field, if there is one: the elements' for a list, the values' for a map. */
export function structOf(type: FieldType): string | undefined {
  if (type.kind === "list") return structOf(type.element);
  if (type.kind === "map") return structOf(type.value);
  return type.kind === "object" ? type.of : undefined;
}
