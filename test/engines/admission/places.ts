import type { JsonObject, KindRef } from "@writ/compiler/ir";

/** Gives each object that has to be stored in a cluster a place where no other one is. */
export interface Places {
  /**
   * The object, in another namespace when one of its kind and name was placed in its own. What no namespace holds stays where it is: the
   * first of a name is what the others replace.
   */
  readonly placeOf: (object: JsonObject, kind: KindRef) => JsonObject;
}

/** The places of one cluster. */
export function openPlaces(): Places {
  const taken = new Set<string>();
  return {
    placeOf: (object, { group, kind, namespaced }) => {
      const own = namespaceOf(object);
      if (!namespaced || own === undefined) return object;
      const { name } = object["metadata"] as JsonObject;
      for (let number = 1; ; number += 1) {
        const namespace = number === 1 ? own : `${own}-${String(number)}`;
        const key = JSON.stringify([group, kind, namespace, name]);
        if (taken.has(key)) continue;
        taken.add(key);
        return number === 1 ? object : inNamespace(object, namespace);
      }
    },
  };
}

/** The object in another namespace. */
export function inNamespace(object: JsonObject, namespace: string): JsonObject {
  return { ...object, metadata: { ...(object["metadata"] as JsonObject), namespace } };
}

/** The namespace that an object names. */
export function namespaceOf(object: JsonObject): string | undefined {
  const metadata = object["metadata"];
  if (typeof metadata !== "object" || metadata === null || Array.isArray(metadata)) return undefined;
  const namespace = (metadata as JsonObject)["namespace"];
  return typeof namespace === "string" && namespace !== "" ? namespace : undefined;
}
