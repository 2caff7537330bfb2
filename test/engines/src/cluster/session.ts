import type { JsonObject } from "../engine.js";
import { messageOf, type ApiClient } from "./client.js";
import type { Resources } from "./resources.js";

/** What every operation on a cluster shares. */
export interface Session {
  readonly client: ApiClient;
  readonly resources: Resources;
  /** Namespaces that are known to exist. */
  readonly namespaces: Set<string>;
}

/** Name and namespace of an object, which may hold anything there. */
export function metadataOf(object: JsonObject): { readonly name?: string; readonly namespace?: string } {
  const metadata = object["metadata"];
  if (typeof metadata !== "object" || metadata === null || Array.isArray(metadata)) return {};
  const { name, namespace } = metadata as JsonObject;
  return {
    ...(typeof name === "string" && name !== "" ? { name } : {}),
    ...(typeof namespace === "string" && namespace !== "" ? { namespace } : {}),
  };
}

/** Server-side apply, which makes or changes. The reason when the server refuses. */
export async function applyObject(session: Session, object: JsonObject): Promise<string | undefined> {
  const { name, namespace = "default" } = metadataOf(object);
  if (name === undefined) return "an object to apply needs a name";
  const path = await session.resources.pathOf(object, namespace, name);
  if (path === undefined) return notServed(object);
  const query = "?fieldManager=writ&force=true";
  const answer = await session.client.send("PATCH", `${path}${query}`, object, "application/apply-patch+yaml");
  return answer.status < 300 ? undefined : messageOf(answer);
}

/** Removes an object; one that is not there is removed. Throws when the server refuses. */
export async function removeObject(session: Session, object: JsonObject): Promise<void> {
  const { name, namespace = "default" } = metadataOf(object);
  const path = await session.resources.pathOf(object, namespace, name ?? "");
  if (path === undefined || name === undefined) return;
  const answer = await session.client.send("DELETE", path);
  const { status } = answer;
  if (status >= 300 && status !== 404) throw new Error(`${path} cannot be removed: ${messageOf(answer)}`);
}

/** Makes a namespace with these labels. An empty one stands for the default. */
export async function ensureNamespace(
  session: Session,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): Promise<void> {
  const key = JSON.stringify([name, labels]);
  if (session.namespaces.has(key) || (session.namespaces.has(name) && Object.keys(labels).length === 0)) return;
  await applyObject(session, { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } });
  session.namespaces.add(name).add(key);
}

/** Why an object has no path. */
export function notServed(object: JsonObject): string {
  return `the server does not serve ${JSON.stringify(object["apiVersion"])} ${JSON.stringify(object["kind"])}`;
}
