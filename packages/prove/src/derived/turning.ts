import { interpreter, type CompiledPolicy, type JsonObject, type PolicyRequest } from "@writ/compiler/ir";
import { comparedWith, fieldKey } from "../constants.js";
import { kindOf } from "../kind.js";
import { documentPlaces, filledRequest } from "./derive.js";
import { type Place, withValue } from "./places.js";
import { inItsNamespace } from "./request-edits.js";

/** Kinds whose documents are turned: a policy of Pods reads the same in all of them. */
const kindsTurned = 4;

/**
 * For each place that the policy compares with something, a request with each value there at which the comparison turns: in a document
 * that the policy denies, and in one that it allows, so that other conditions do not hide what the value does.
 */
export function turningRequests(policy: CompiledPolicy, seeds: readonly PolicyRequest[]): readonly PolicyRequest[] {
  const compared = comparedWith(policy);
  return documentsOf(policy, seeds).flatMap((seed) =>
    distinctPlaces(documentPlaces(policy, seed)).flatMap(({ path }) =>
      (compared.get(keyOf(path)) ?? []).map((value) =>
        inItsNamespace({ ...seed, object: withValue(seed.object, path, value) as JsonObject }),
      ),
    ),
  );
}

function documentsOf(policy: CompiledPolicy, seeds: readonly PolicyRequest[]): readonly PolicyRequest[] {
  const judge = interpreter(policy);
  const all = [...seeds, ...policy.kinds.map((kind) => filledRequest(policy, kind))];
  const chosen = new Map<string, PolicyRequest>();
  for (const seed of all) {
    const kind = policy.view === "pod" ? "Pod" : kindOf(seed.object, policy.kinds)?.kind;
    const key = `${String(kind)} ${judge(seed).length > 0 ? "denied" : "allowed"}`;
    const before = chosen.get(key);
    if (before === undefined) {
      if (kind !== undefined && chosen.size < 2 * kindsTurned) chosen.set(key, seed);
    } else if (places(policy, seed) > places(policy, before)) chosen.set(key, seed);
  }
  return [...chosen.values()];
}

function places(policy: CompiledPolicy, seed: PolicyRequest): number {
  return distinctPlaces(documentPlaces(policy, seed)).length;
}

/** The first of the places that differ in an index only. */
function distinctPlaces(all: readonly Place[]): readonly Place[] {
  const first = new Map<string, Place>();
  for (const place of all) {
    const key = namesIn(place.path).join("/");
    if (!first.has(key)) first.set(key, place);
  }
  return [...first.values()];
}

function namesIn(path: Place["path"]): readonly string[] {
  return path.filter((segment) => typeof segment === "string");
}

function keyOf(path: Place["path"]): string {
  const names = namesIn(path);
  return fieldKey(names.at(-2) ?? "", names.at(-1) ?? "");
}
