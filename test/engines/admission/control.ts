import type { JsonObject } from "@writ/compiler/ir";
import type { AdmissionVerdict } from "../src/cluster/admission.js";
import type { Cluster } from "../src/cluster/start.js";
import type { AdmissionRequest } from "../src/engine.js";
import { namespaceOf } from "./places.js";
import { storedBefore, subresourceOf, type Trial } from "./trial.js";

/** What the API server makes of a request while no policy is in force. */
export type Control =
  /** The object as it would be stored; undefined for one that goes, and for one whose name is taken. */
  | { readonly kind: "admitted"; readonly object: JsonObject | undefined }
  | { readonly kind: "refused"; readonly reason: string }
  /** It cannot be asked at all. */
  | { readonly kind: "impossible"; readonly reason: string };

/** A trial with the answer that it gets without policies. */
export interface ControlledTrial extends Trial {
  readonly control: Control;
}

/**
 * Asks everything once without policies, and stores what updates and deletions start from: a policy in force would refuse to store it. New
 * objects come first, while their names are free.
 */
export async function controlled(cluster: Cluster, trials: readonly Trial[]): Promise<readonly ControlledTrial[]> {
  const created = trials.filter(({ request }) => storedBefore(request) === undefined);
  const answers = await Promise.all(created.map((trial) => controlOf(cluster, trial)));
  const others = trials.filter(({ request }) => storedBefore(request) !== undefined);
  const before = others.map(({ request }) => storedBefore(request)).filter((object) => object !== undefined);
  const problems = await stored(cluster, new Set(before));
  const later = others.map(async (trial): Promise<ControlledTrial> => {
    const problem = problems.get(storedBefore(trial.request));
    if (problem === undefined) return controlOf(cluster, trial);
    return { ...trial, control: { kind: "impossible", reason: `it cannot have been stored before: ${problem}` } };
  });
  return [...answers, ...(await Promise.all(later))];
}

/** Stores objects, and tells which cannot be. */
async function stored(
  cluster: Cluster,
  objects: ReadonlySet<JsonObject>,
): Promise<ReadonlyMap<JsonObject | undefined, string>> {
  const problems = new Map<JsonObject, string>();
  const store = async (object: JsonObject): Promise<void> => {
    const { outcome, message = "" } = await cluster.store(object);
    if (outcome !== "allow") problems.set(object, message);
  };
  const inNamespaces = [...objects].filter((object) => namespaceOf(object) !== undefined);
  await Promise.all(inNamespaces.map(store));
  // One after the other: of those that share a name, the first is stored.
  for (const object of objects) if (namespaceOf(object) === undefined) await store(object);
  return problems;
}

async function controlOf(cluster: Cluster, trial: Trial): Promise<ControlledTrial> {
  if (trial.way === "create" && isBeingDeleted(trial.request.object)) {
    const reason = "nothing is created as being deleted: the API server drops metadata.deletionTimestamp";
    return { ...trial, control: { kind: "impossible", reason } };
  }
  const { outcome, object, message = "" } = await ask(cluster, trial);
  if (outcome !== "allow") return { ...trial, control: { kind: "refused", reason: message } };
  // What answers a deletion is the object, or only that it is gone.
  return { ...trial, control: { kind: "admitted", object: trial.way === "delete" ? undefined : object } };
}

function isBeingDeleted({ metadata }: JsonObject): boolean {
  return typeof metadata === "object" && metadata !== null && "deletionTimestamp" in metadata;
}

/** Puts a trial to the API server, as a dry run. */
export function ask(cluster: Cluster, { request, way }: Trial): Promise<AdmissionVerdict> {
  const subresource = subresourceOf(way);
  const old = way === "delete" ? { oldObject: request.object } : {};
  return cluster.admit({
    ...request,
    ...old,
    ...(subresource === undefined ? {} : { subresource }),
  } as AdmissionRequest);
}
