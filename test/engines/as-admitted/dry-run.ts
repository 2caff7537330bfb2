import type { Admission, ApiServer } from "@writ/apiserver";
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
export function openDryRuns(cluster: Cluster, local: ApiServer): DryRuns {
  const resources = discoverResources(cluster.client);
  const met = new Set<string>();
  return {
    met,
    run: async (documents) => {
      const placed = await Promise.all(documents.map((document) => placedIn(resources, document)));
      const ours = await local.store(placed);
      return Promise.all(
        placed.map(async (document, index) => ({
          document,
          outcome: outcomeOf(await create(cluster, resources, document), ours[index] ?? { kind: "unknown" }, met),
        })),
      );
    },
  };
}

/** A namespaced document that names no namespace gets one, as kubectl gives it. */
async function placedIn(resources: Resources, document: JsonObject): Promise<JsonObject> {
  const kind = await resources.kindOf(document);
  const { metadata } = document;
  if (kind?.namespaced !== true || typeof metadata !== "object" || metadata === null) return document;
  return { ...document, metadata: { namespace, ...metadata } };
}

/** The object that came back, or why none did: the server's own words. */
async function create(
  cluster: Cluster,
  resources: Resources,
  document: JsonObject,
): Promise<{ readonly object: JsonObject } | { readonly status: number; readonly message: string } | undefined> {
  const { metadata } = document as { readonly metadata?: { readonly namespace?: string } };
  const path = await resources.pathOf(document, metadata?.namespace ?? namespace);
  if (path === undefined) return undefined;
  const answer = await cluster.client.send("POST", `${path}?dryRun=All&fieldValidation=Strict&fieldManager=writ`, document);
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
    if (kinds?.includes(String(returned["kind"])) === false) continue;
    if (removeFrom(rest, ours)) met.add(name);
  }
  return differences(rest, ours);
}
