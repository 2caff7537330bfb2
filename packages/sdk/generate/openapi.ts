import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A schema as the OpenAPI v3 documents of Kubernetes write it; only what the generator reads. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly "x-kubernetes-group-version-kind"?: readonly GroupVersionKind[];
}

export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** A resource that the API server serves at a path of its own. */
export interface Resource extends GroupVersionKind {
  readonly plural: string;
  readonly namespaced: boolean;
  /** Names of the subresources, sorted. */
  readonly subresources: readonly string[];
  /** Verbs of the resource itself, sorted. */
  readonly verbs: readonly string[];
}

export interface Api {
  readonly schemas: ReadonlyMap<string, Schema>;
  readonly resources: readonly Resource[];
}

interface Operation {
  readonly "x-kubernetes-action"?: string;
  readonly "x-kubernetes-group-version-kind"?: GroupVersionKind;
}

interface Document {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** Reads every group-version document of a folder `api/openapi-spec/v3`. */
export function readApi(folder: string): Api {
  const schemas = new Map<string, Schema>();
  const resources = new Map<string, Resource>();
  for (const name of readdirSync(folder).sort()) {
    if (!/^(api|apis__[^_]+)__v[^_]+_openapi\.json$/.test(name)) continue;
    const document = JSON.parse(readFileSync(join(folder, name), "utf8")) as Document;
    for (const [key, schema] of Object.entries(document.components?.schemas ?? {})) schemas.set(key, schema);
    for (const [path, operations] of Object.entries(document.paths ?? {})) addPath(resources, path, operations);
  }
  return { schemas, resources: [...resources.values()].sort((a, b) => compare(resourceKey(a), resourceKey(b))) };
}

const pathPattern =
  /^\/api(?:s\/([^/]+))?\/([^/]+)\/(namespaces\/\{namespace\}\/)?([^/{}]+)(\/\{name\}(?:\/([^/{}]+)(\/.*)?)?)?$/;

/** Learns from one path: `/apis/apps/v1/namespaces/{namespace}/deployments/{name}/scale`. */
function addPath(
  resources: Map<string, Resource>,
  path: string,
  operations: Readonly<Record<string, Operation>>,
): void {
  const match = pathPattern.exec(path);
  const plural = match?.[4];
  if (match === null || plural === undefined || plural === "watch") return;
  const [, group = "", version = "", namespace, , , subresource] = match;
  const key = `${group}/${version}/${plural}`;
  const known = resources.get(key);
  if (subresource !== undefined) {
    if (known === undefined) return;
    const subresources = [...new Set([...known.subresources, subresource])].sort(compare);
    resources.set(key, { ...known, subresources });
    return;
  }
  const actions = Object.values(operations).flatMap((operation) => operation["x-kubernetes-action"] ?? []);
  const gvk = Object.values(operations).find((operation) => operation["x-kubernetes-group-version-kind"]);
  const of = gvk?.["x-kubernetes-group-version-kind"];
  if (of === undefined) return;
  resources.set(key, {
    ...{ group, version, kind: of.kind, plural },
    namespaced: known?.namespaced === true || namespace !== undefined,
    subresources: known?.subresources ?? [],
    verbs: [...new Set([...(known?.verbs ?? []), ...actions.map(verbOf)])].sort(compare),
  });
}

/** OpenAPI calls the verbs by their HTTP method. */
function verbOf(action: string): string {
  const verbs: Readonly<Record<string, string>> = { post: "create", put: "update" };
  return verbs[action] ?? action;
}

function resourceKey(of: Resource): string {
  return `${of.group}/${of.version}/${of.plural}`;
}

/** Code unit order: the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
