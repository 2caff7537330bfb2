import type { JsonObject, PolicyRequest } from "@writ/compiler/ir";
import type { KindRef } from "@writ/compiler/ir";

/**
 * The admission request that a document of a file stands for: its creation. A namespaced object without a namespace gets
 * `namespace`, as kubectl does it; objects of cluster-scoped kinds have none.
 */
export function creationOf(value: JsonObject, kind: KindRef, namespace: string): PolicyRequest {
  if (!kind.namespaced) return { object: value, operation: "CREATE" };
  const metadata = value["metadata"];
  if (!isObject(metadata)) return { object: value, operation: "CREATE", namespace: { name: namespace } };
  const own = metadata["namespace"];
  if (typeof own === "string" && own !== "") return { object: value, operation: "CREATE", namespace: { name: own } };
  // Of a wrong type it stays as it is: the shape guard of a policy that reads it speaks about it.
  if (own !== undefined && own !== null && own !== "") return { object: value, operation: "CREATE" };
  const object = { ...value, metadata: { ...metadata, namespace } };
  return { object, operation: "CREATE", namespace: { name: namespace } };
}

/** What a document says it is, as an index of kinds names it: `apps/v1/Deployment`. */
export function writtenKind(value: JsonObject): string {
  const { apiVersion, kind } = value;
  return `${typeof apiVersion === "string" ? apiVersion : ""}/${typeof kind === "string" ? kind : ""}`;
}

/** How a report names the object of a request; what is missing or of a wrong type is empty. */
export function identityOf({ object }: PolicyRequest): {
  apiVersion: string;
  kind: string;
  namespace: string;
  name: string;
} {
  const metadata = object["metadata"];
  const member = (name: string): string => {
    const value = isObject(metadata) && Object.hasOwn(metadata, name) ? metadata[name] : undefined;
    return typeof value === "string" ? value : "";
  };
  const { apiVersion, kind } = object;
  return {
    apiVersion: typeof apiVersion === "string" ? apiVersion : "",
    kind: typeof kind === "string" ? kind : "",
    namespace: member("namespace"),
    // kubectl's own way to let the server choose the end of a name.
    name: member("name") || member("generateName"),
  };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
