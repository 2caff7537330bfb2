import type { JsonObject, KindRef } from "@writ/compiler/ir";
import { apiVersionOf } from "@writ/sdk";

/** The kind of an object among those that a policy matches. */
export function kindOf(object: JsonObject, kinds: readonly KindRef[]): KindRef | undefined {
  return kinds.find((kind) => kind.kind === object["kind"] && apiVersionOf(kind) === object["apiVersion"]);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
