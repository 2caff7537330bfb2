import type { Json, JsonObject, PathSegment } from "./types.js";

/** An object that a document holds, or an element of a List that is none. */
export type Listed =
  | { readonly kind: "object"; readonly value: JsonObject; readonly path: readonly PathSegment[] }
  | { readonly kind: "notObject"; readonly path: readonly PathSegment[] };

/** Whether a value is a JSON object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A member of its own, never one that `Object.prototype` lends. */
export function member(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/**
 * The objects of a document: the elements of a `List` (or `PodList`, `DeploymentList`, …), Lists inside Lists too, else the
 * document itself. An element of a typed list may leave out its kind and version: like kubectl, it then gets the list's
 * kind without `List`, and the list's version.
 */
export function* expandLists(value: JsonObject, path: readonly PathSegment[] = []): Generator<Listed> {
  const kind = member(value, "kind");
  const items = member(value, "items");
  const isList = typeof kind === "string" && kind.endsWith("List");
  if (isList && kind === "List" && (items === null || items === undefined)) return;
  if (!isList || !Array.isArray(items)) {
    yield { kind: "object", value, path };
    return;
  }
  const itemKind = kind.slice(0, -"List".length);
  const apiVersion = member(value, "apiVersion");
  for (const [index, item] of (items as readonly Json[]).entries()) {
    const itemPath = [...path, "items", index];
    if (isObject(item)) yield* expandLists(inherit(item, itemKind, apiVersion), itemPath);
    else yield { kind: "notObject", path: itemPath };
  }
}

function inherit(item: JsonObject, kind: string, apiVersion: Json | undefined): JsonObject {
  const needsKind = isMissing(member(item, "kind")) && kind !== "";
  const needsVersion = isMissing(member(item, "apiVersion")) && typeof apiVersion === "string";
  if (!needsKind && !needsVersion) return item;
  return { ...item, ...(needsVersion ? { apiVersion } : {}), ...(needsKind ? { kind } : {}) };
}

function isMissing(value: Json | undefined): boolean {
  return value === undefined || value === null || value === "";
}
