import type { Admission, ApiServer, NewObject } from "@writ/apiserver";
import type { Cluster } from "../src/cluster/start.js";
import { messageOf } from "../src/cluster/client.js";
import { discoverResources, type Resources } from "../src/cluster/resources.js";
import type { JsonObject } from "../src/engine.js";
import { differences } from "./differences.js";
import { serverOnly, type Mutable } from "./server-only.js";

/** What a real API server and its code alone make of one document. */
export interface Trial {
  readonly document: JsonObject;
  readonly outcome: Outcome;
}

export type Outcome =
  /** Both give an object. `differing` is empty when it is the same, but for what only a server knows. */
  | { readonly kind: "compared"; readonly differing: readonly string[] }
  /** Both refuse to decode it. */
  | { readonly kind: "refused by both"; readonly reason: string }
  /** The server decodes it and refuses it later, by validation or an admission plugin, so there is no object to compare. */
  | { readonly kind: "invalid"; readonly reason: string }
  /** One refuses to decode what the other decodes. */
  | { readonly kind: "refused by one"; readonly reason: string };

export interface DryRuns {
  readonly run: (documents: readonly JsonObject[]) => Promise<readonly Trial[]>;
  /** Names of `serverOnly` that an object has shown. */
  readonly met: ReadonlySet<string>;
}

const namespace = "seeds";

/** Puts documents to both: to the server as a dry run of their creation, with strict validation, as kubectl asks for it. */
export async function openDryRuns(cluster: Cluster, local: ApiServer): Promise<DryRuns> {
  await applyNamespace(cluster, namespace);
  const resources = discoverResources(cluster.client);
  const met = new Set<string>();
  return {
    met,
    run: async (documents) => {
      const sent = await Promise.all(documents.map((document) => sentFor(resources, document)));
      for (const name of new Set(sent.map((each) => each.namespace ?? namespace))) await applyNamespace(cluster, name);
      const ours = await local.store(sent);
      return Promise.all(
        sent.map(async (each, index) => ({
          document: each.object,
          outcome: outcomeOf(await create(cluster, resources, each), ours[index] ?? { kind: "unknown" }, met),
        })),
      );
    },
  };
}

/** The request that kubectl makes of a document. */
async function sentFor(resources: Resources, document: JsonObject): Promise<NewObject> {
  const kind = await resources.kindOf(document);
  const object = document;
  if (kind?.namespaced === false) return { object };
  const own = (object["metadata"] as { readonly namespace?: unknown } | null | undefined)?.namespace;
  return { object, namespace: typeof own === "string" && own !== "" ? own : namespace };
}

/** A name that is none is refused, and the documents in it are invalid. */
async function applyNamespace(cluster: Cluster, name: string): Promise<void> {
  await cluster.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name } });
}

/** The object that came back, or why none did: the server's own words. */
async function create(
  cluster: Cluster,
  resources: Resources,
  sent: NewObject,
): Promise<{ readonly object: JsonObject } | { readonly status: number; readonly message: string } | undefined> {
  const path = await resources.pathOf(sent.object, sent.namespace ?? "");
  if (path === undefined) return undefined;
  const answer = await cluster.client.send(
    "POST",
    `${path}?dryRun=All&fieldValidation=Strict&fieldManager=writ`,
    sent.object,
  );
  return answer.status < 300 ? { object: answer.body } : { status: answer.status, message: messageOf(answer) };
}

/** A decoder answers 400; validation 422, admission 403. */
function outcomeOf(real: Awaited<ReturnType<typeof create>>, ours: Admission, met: Set<string>): Outcome {
  if (real === undefined) return { kind: "invalid", reason: "the server does not serve it" };
  if ("object" in real) {
    if (ours.kind !== "admitted") return { kind: "refused by one", reason: `alone: ${JSON.stringify(ours)}` };
    return { kind: "compared", differing: compare(real.object, ours.object, met) };
  }
  if (ours.kind === "admitted") {
    return real.status === 400 && isDecoding(real.message)
      ? { kind: "refused by one", reason: `the server: ${real.message}` }
      : { kind: "invalid", reason: real.message };
  }
  return { kind: "refused by both", reason: real.message };
}

function isDecoding(message: string): boolean {
  return /strict decoding error|cannot be handled as|cannot unmarshal/.test(message);
}

function compare(returned: JsonObject, ours: JsonObject, met: Set<string>): readonly string[] {
  const rest = structuredClone(returned) as Mutable;
  for (const { name, kinds, removeFrom } of serverOnly) {
    if (kinds?.includes(returned["kind"] as string) === false) continue;
    if (removeFrom(rest, ours)) met.add(name);
  }
  return differences(rest, ours);
}
