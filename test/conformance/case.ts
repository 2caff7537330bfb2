import type { Json, JsonObject, PolicyRequest } from "@writ/compiler/ir";

/** One request and the violations that it has, each as `path message`: segments joined by slashes, `.` for the document. */
export interface Case {
  readonly name: string;
  readonly request: PolicyRequest;
  readonly expected: readonly string[];
}

/** A case on a document that is created in the namespace `shop`. */
export function given(name: string, object: JsonObject, expected: readonly string[]): Case {
  return { name, request: { object, operation: "CREATE", namespace: { name: "shop" } }, expected };
}

/** A case on a document that replaces another one. */
export function updated(name: string, oldObject: JsonObject, object: JsonObject, expected: readonly string[]): Case {
  return { name, request: { object, oldObject, operation: "UPDATE", namespace: { name: "shop" } }, expected };
}

/** A case on a document that is deleted. */
export function deleted(name: string, object: JsonObject, expected: readonly string[]): Case {
  return { name, request: { object, operation: "DELETE", namespace: { name: "shop" } }, expected };
}

/** A Widget with this spec. */
export function widget(spec: Json, metadata: Json = { name: "w" }): JsonObject {
  return { apiVersion: "example.com/v1", kind: "Widget", metadata, spec };
}

/** A Pod with this spec. */
export function pod(spec: Json, metadata: Json = { name: "p" }): JsonObject {
  return { apiVersion: "v1", kind: "Pod", metadata, spec };
}

/** A Deployment of a Pod with this spec. */
export function deployment(spec: Json): JsonObject {
  const template: JsonObject = { metadata: { labels: { app: "d" } }, spec };
  return { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "d" }, spec: { template } };
}

/** A CronJob of a Pod with this spec. */
export function cronJob(spec: Json): JsonObject {
  const jobTemplate: JsonObject = { spec: { template: { spec } } };
  return { apiVersion: "batch/v1", kind: "CronJob", metadata: { name: "c" }, spec: { jobTemplate } };
}

/** A Role with these members. */
export function role(members: JsonObject): JsonObject {
  return { apiVersion: "rbac.authorization.k8s.io/v1", kind: "Role", metadata: { name: "r" }, ...members };
}

/** A RoleBinding with these members. */
export function roleBinding(members: JsonObject): JsonObject {
  return { apiVersion: "rbac.authorization.k8s.io/v1", kind: "RoleBinding", metadata: { name: "r" }, ...members };
}
