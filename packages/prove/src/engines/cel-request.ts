import type { CompiledPolicy, JsonObject, PolicyRequest } from "@writ/compiler/ir";
import { isObject, kindOf } from "../kind.js";
import type { AdmissionRequest } from "./engine.js";

/** A request in the words of the API server, or why it cannot be said in them. */
export type CelRequest =
  { readonly request: PolicyRequest; readonly admission: AdmissionRequest } | { readonly reason: string };

/** The request as an API server would get it. The plural is the kind's own. */
export function celRequest(request: PolicyRequest, { kinds, operations }: CompiledPolicy): CelRequest {
  const { object, oldObject, operation, namespace } = request;
  if (!operations.includes(operation) || operation === "CONNECT")
    return { reason: `${operation}: the policy does not judge it` };
  const kind = kindOf(object, kinds);
  if (kind === undefined) return { reason: "a kind that the policy does not match" };
  const { group, version, plural } = kind;
  return {
    request,
    admission: {
      operation,
      // A deletion brings what is deleted as the old object.
      ...(operation === "DELETE" ? { oldObject: object } : { object }),
      ...(operation === "UPDATE" && oldObject !== undefined ? { oldObject } : {}),
      ...(namespace === undefined ? {} : { namespace }),
      resource: { group, version, resource: plural },
    },
  };
}

/** The request with the namespace of its URL written into its objects, as the API server does before anything else. */
export function withNamespace(request: PolicyRequest): PolicyRequest {
  const { object, oldObject, namespace } = request;
  if (namespace === undefined) return request;
  const filled = (of: JsonObject): JsonObject => inNamespace(of, namespace.name);
  return { ...request, object: filled(object), ...(oldObject === undefined ? {} : { oldObject: filled(oldObject) }) };
}

function inNamespace(object: JsonObject, namespace: string): JsonObject {
  const metadata = object["metadata"] ?? {};
  if (!isObject(metadata) || (metadata["namespace"] ?? "") !== "") return object;
  return { ...object, metadata: { ...metadata, namespace } };
}
