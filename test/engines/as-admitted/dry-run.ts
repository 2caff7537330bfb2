import type { Admission, ApiServer, NewObject } from "@writ/apiserver";
import type { Cluster } from "../src/cluster/start.js";
import { messageOf } from "../src/cluster/client.js";
import { discoverResources, type Resources } from "../src/cluster/resources.js";
import type { JsonObject } from "../src/engine.js";
import { differences } from "./differences.js";
import { openOnlooker } from "./onlooker.js";
import { serverOnly, type Mutable } from "./server-only.js";

/** What a real API server and its code alone make of one document. */
export interface Trial {
  readonly document: JsonObject;
  readonly outcome: Outcome;
}

export type Outcome =
  /**
   * Both give an object: the one that an admission policy saw, unless the server shows those none of this kind, and the one that the client
   * got back. `differing` is empty when both are the same, but for what only a server knows.
   */
  | { readonly kind: "compared"; readonly seen: boolean; readonly differing: readonly string[] }
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
  readonly close: () => Promise<void>;
}

const namespace = "seeds";

/** Puts documents to both: to the server as a dry run of their creation, with strict validation, as kubectl asks for it. */
export async function openDryRuns(cluster: Cluster, local: ApiServer): Promise<DryRuns> {
  await applyNamespace(cluster, namespace);
  const resources = discoverResources(cluster.client);
  const onlooker = await openOnlooker(cluster);
  const met = new Set<string>();
  let requests = 0;
  const create = async (sent: NewObject): Promise<Answer> => {
    const path = await resources.pathOf(sent.object, sent.namespace ?? "");
    if (path === undefined) return { reason: "the server does not serve it", stage: "served" };
    const manager = `writ-${String((requests += 1))}`;
    const query = `?dryRun=All&fieldValidation=Strict&fieldManager=${manager}`;
    const answer = await cluster.client.send("POST", `${path}${query}`, sent.object);
    if (answer.status < 300) return { returned: answer.body, seen: onlooker.seen(manager) };
    const reason = messageOf(answer);
    return { reason, stage: answer.status === 400 && isDecoding(reason) ? "decoded" : "accepted" };
  };
  return {
    met,
    close: onlooker.close,
    run: async (documents) => {
      const sent = await Promise.all(documents.map((document) => sentFor(resources, document)));
      for (const name of new Set(sent.map((each) => each.namespace ?? namespace))) await applyNamespace(cluster, name);
      const [admitted, stored] = [await local.admit(sent), await local.store(sent)];
      return Promise.all(
        sent.map(async (each, index): Promise<Trial> => {
          const ours = { admitted: admitted[index] ?? unknown, stored: stored[index] ?? unknown };
          return { document: each.object, outcome: outcomeOf(await create(each), ours, met) };
        }),
      );
    },
  };
}

const unknown: Admission = { kind: "unknown" };

/** What a real server says: the object in both its forms, or in its own words why there is none. */
type Answer =
  | { readonly returned: JsonObject; readonly seen: JsonObject | undefined }
  /** `stage` is what it is not. */
  | { readonly reason: string; readonly stage: "served" | "decoded" | "accepted" };

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

function outcomeOf(
  real: Answer,
  { admitted, stored }: { readonly admitted: Admission; readonly stored: Admission },
  met: Set<string>,
): Outcome {
  if ("reason" in real) {
    const { reason, stage } = real;
    const refusedAlone = admitted.kind === "refused";
    if (stage === "served") return { kind: "invalid", reason };
    if (stage === "decoded") {
      return refusedAlone
        ? { kind: "refused by both", reason }
        : { kind: "refused by one", reason: `the server: ${reason}` };
    }
    if (admitted.kind === "admitted") return { kind: "invalid", reason };
    return { kind: "refused by one", reason: `alone: ${JSON.stringify(admitted)}, the server only: ${reason}` };
  }
  const { returned, seen } = real;
  if (admitted.kind !== "admitted" || stored.kind !== "admitted") {
    return { kind: "refused by one", reason: `alone: ${JSON.stringify(admitted)}` };
  }
  const before =
    seen === undefined ? [] : compare(seen, admitted.object, met).map((line) => `seen by policies: ${line}`);
  const differing = [...before, ...compare(returned, stored.object, met)];
  return { kind: "compared", seen: seen !== undefined, differing };
}

/** What a decoder answers with; other requests that are bad are so for another reason. */
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
