import type { JsonObject } from "../engine.js";
import type { ApiClient } from "./client.js";

/** How the API server serves a kind. */
export interface ServedKind {
  readonly resource: string;
  readonly namespaced: boolean;
}

interface ResourceList {
  readonly resources?: readonly { readonly name: string; readonly kind: string; readonly namespaced: boolean }[];
}

/** The paths of objects, from the server's own discovery. */
export interface Resources {
  /** `undefined` when the server does not serve the kind. */
  readonly kindOf: (object: JsonObject) => Promise<ServedKind | undefined>;
  /** The path of the collection, or of the object when a name is given; `undefined` as for `kindOf`. */
  readonly pathOf: (object: JsonObject, namespace: string, name?: string) => Promise<string | undefined>;
}

/** Discovery is asked once for each group and version, and again while a kind is missing: a CRD may have come. */
export function discoverResources(client: ApiClient): Resources {
  const known = new Map<string, ServedKind>();
  const kindOf = async (object: JsonObject): Promise<ServedKind | undefined> => {
    const key = `${textOf(object["apiVersion"])}/${textOf(object["kind"])}`;
    if (!known.has(key)) {
      const { body } = await client.send("GET", groupPath(object));
      for (const { name, kind, namespaced } of (body as ResourceList).resources ?? []) {
        if (!name.includes("/")) known.set(`${textOf(object["apiVersion"])}/${kind}`, { resource: name, namespaced });
      }
    }
    return known.get(key);
  };
  return {
    kindOf,
    pathOf: async (object, namespace, name) => {
      const kind = await kindOf(object);
      if (kind === undefined) return undefined;
      const scope = kind.namespaced ? `/namespaces/${encodeURIComponent(namespace)}` : "";
      return `${groupPath(object)}${scope}/${kind.resource}${name === undefined ? "" : `/${encodeURIComponent(name)}`}`;
    },
  };
}

function groupPath(object: JsonObject): string {
  const version = textOf(object["apiVersion"]);
  return version.includes("/") ? `/apis/${version}` : `/api/${version || "v1"}`;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
