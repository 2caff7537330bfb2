import type { Json, JsonObject, PolicyRequest } from "@writ/compiler/ir";

/** Attempts of one shrink, at most: an engine may take milliseconds for each. */
const attempts = 600;

/** Says of each request whether it still shows what is to be shown. */
export type StillSo = (requests: readonly PolicyRequest[]) => Promise<readonly boolean[]>;

/**
 * The smallest request, member by member, for which `stillSo` holds. It holds for the given one. What names the object's kind stays,
 * since without it no policy sees the object. Candidates are asked about `batch` at a time: an engine may take long to start.
 */
export async function shrinkRequest(request: PolicyRequest, stillSo: StillSo, batch: number): Promise<PolicyRequest> {
  let smallest = request;
  let left = attempts;
  for (;;) {
    const candidates = [...take(simpler(smallest), left)];
    let smaller: PolicyRequest | undefined;
    for (let from = 0; from < candidates.length && smaller === undefined; from += batch) {
      const asked = candidates.slice(from, from + batch);
      left -= asked.length;
      const holds = await stillSo(asked);
      smaller = asked.find((_, index) => holds[index]);
    }
    if (smaller === undefined) return smallest;
    smallest = smaller;
  }
}

function* take<Value>(values: Iterable<Value>, limit: number): Generator<Value> {
  let taken = 0;
  for (const value of values) {
    if (taken++ >= limit) return;
    yield value;
  }
}

function* simpler(request: PolicyRequest): Iterable<PolicyRequest> {
  const { object, oldObject, namespace } = request;
  if (namespace !== undefined) {
    const { namespace: _, ...without } = request;
    yield without;
  }
  for (const smaller of simplerObjects(object)) yield { ...request, object: smaller };
  if (oldObject !== undefined)
    for (const smaller of simplerObjects(oldObject)) yield { ...request, oldObject: smaller };
}

function* simplerObjects(object: JsonObject): Iterable<JsonObject> {
  const { apiVersion, kind, ...rest } = object;
  const named = { ...(apiVersion === undefined ? {} : { apiVersion }), ...(kind === undefined ? {} : { kind }) };
  for (const smaller of simplerValues(rest)) if (isObject(smaller)) yield { ...named, ...smaller };
}

/** Big steps before small ones. */
function* simplerValues(value: Json): Iterable<Json> {
  if (Array.isArray(value)) {
    const elements = value as readonly Json[];
    if (elements.length > 2) yield elements.slice(0, Math.ceil(elements.length / 2));
    for (const [index, element] of elements.entries()) {
      yield elements.toSpliced(index, 1);
      for (const smaller of simplerValues(element)) yield elements.with(index, smaller);
    }
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      const { [name]: _, ...without } = value;
      yield without;
      for (const smaller of simplerValues(member)) yield { ...value, [name]: smaller };
    }
  } else if (typeof value === "string" && value.length > 1) {
    const characters = [...value];
    yield characters.slice(0, Math.ceil(characters.length / 2)).join("");
    yield characters.slice(1).join("");
    yield characters.slice(0, -1).join("");
  }
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
