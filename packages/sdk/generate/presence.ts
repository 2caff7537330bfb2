import { structOf, type ApiField, type ApiType } from "./catalogue.js";

/**
 * Required by OpenAPI, and yet the API server accepts a document without it: its validation has nothing against the zero
 * value (pkg/apis/.../validation), and Go cannot tell that from an absent field.
 */
const mayBeLeftOut: ReadonlySet<string> = new Set([
  "apiextensions/v1.CustomResourceDefinitionVersion.served",
  "apiextensions/v1.CustomResourceDefinitionVersion.storage",
  "batch/v1.PodFailurePolicy.rules",
  "core/v1.HTTPHeader.value",
  "core/v1.ISCSIPersistentVolumeSource.lun",
  "core/v1.ISCSIVolumeSource.lun",
  "core/v1.LimitRangeSpec.limits",
  "core/v1.SleepAction.seconds",
  "core/v1.Sysctl.value",
  "meta/v1.GroupResource.group",
  "resource/v1.ResourcePool.generation",
  "resource/v1beta1.ResourcePool.generation",
  "resource/v1beta2.ResourcePool.generation",
  "storage/v1.CSINodeSpec.drivers",
  "storage/v1.TokenRequest.audience",
]);

/**
 * Which fields a document must have, as `type key.field`. A field that is wrongly required condemns good documents; one that
 * is wrongly optional costs its reader a `?.`. So a field is required only when no document without it is accepted:
 *
 * 1. apiVersion, kind and metadata of a kind's own document; elsewhere they are not looked at.
 * 2. What OpenAPI requires, but for `mayBeLeftOut` and JSON without a schema. Lists are among it: the validation refuses the
 *    null that Go writes for a missing one (`containers`). Where it does not, OpenAPI leaves the list optional (Role.rules).
 * 3. A struct that Go cannot leave out and that holds a required field: absent, it would be filled with a refused zero value
 *    (`spec` of a Pod, whose containers are required).
 * 4. Nothing of a type that only `status` leads to: a new object has no status, and nobody writes one by hand.
 */
export function requiredFields(types: ReadonlyMap<string, ApiType>): ReadonlySet<string> {
  refuseStaleEntries(types);
  const written = writtenTypes(types);
  const required = new Set<string>();
  for (const type of types.values()) {
    for (const field of type.fields) if (isRequired(type, field, written)) required.add(`${type.key}.${field.name}`);
  }
  // Rule 3, until nothing changes: each pass can make the struct around a struct required.
  for (let before = -1; before !== required.size;) {
    before = required.size;
    for (const type of types.values()) {
      if (!written.has(type.key)) continue;
      for (const field of type.fields)
        if (holdsRequired(field, types, required)) required.add(`${type.key}.${field.name}`);
    }
  }
  return required;
}

/** Upstream corrects its markers now and then; an exception that is none any more would only mislead. */
function refuseStaleEntries(types: ReadonlyMap<string, ApiType>): void {
  const required = [...types.values()].flatMap((type) =>
    type.fields.filter((field) => field.required).map((field) => `${type.key}.${field.name}`),
  );
  const stale = [...mayBeLeftOut].filter((name) => !required.includes(name));
  if (stale.length > 0) throw new Error(`OpenAPI does not require ${stale.join(", ")}: remove it from mayBeLeftOut`);
}

function isRequired(type: ApiType, field: ApiField, written: ReadonlySet<string>): boolean {
  if (type.identity !== undefined && ["apiVersion", "kind", "metadata"].includes(field.name)) return true;
  if (!written.has(type.key) || isStatus(field) || field.type.kind === "json") return false;
  return field.required && !mayBeLeftOut.has(`${type.key}.${field.name}`);
}

function holdsRequired(field: ApiField, types: ReadonlyMap<string, ApiType>, required: ReadonlySet<string>): boolean {
  if (field.type.kind !== "object" || field.observed.absent === undefined || field.observed.absent === null)
    return false;
  if (field.name === "status" || field.name === "metadata") return false;
  const { of } = field.type;
  return types.get(of)?.fields.some((inner) => required.has(`${of}.${inner.name}`)) === true;
}

/** The types that a document can hold outside of its status. */
function writtenTypes(types: ReadonlyMap<string, ApiType>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...types.values()].filter((type) => type.identity !== undefined).map((type) => type.key);
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const type = types.get(key);
    if (type === undefined || reached.has(key)) continue;
    reached.add(key);
    for (const field of type.fields) {
      const struct = isStatus(field) ? undefined : structOf(field.type);
      if (struct !== undefined) open.push(struct);
    }
  }
  return reached;
}

function isStatus(field: ApiField): boolean {
  return field.name === "status" && field.type.kind === "object" && field.type.of.endsWith("Status");
}
