import type { Json, JsonObject, PolicyRequest } from "@writ/compiler/ir";

/** Attempts of one shrink, at most: an engine may take milliseconds for each. */
const attempts = 600;

/**
 * The smallest request, member by member, for which `isStillSo` holds. It holds for the given one. What names the object's kind stays,
 * since without it no policy sees the object.
 */
export async function shrinkRequest(
  request: PolicyRequest,
  isStillSo: (request: PolicyRequest) => boolean | Promise<boolean>,
): Promise<PolicyRequest> {
  let smallest = request;
  let left = attempts;
  for (;;) {
    const smaller = await firstThat(simpler(smallest), async (candidate) => left-- > 0 && (await isStillSo(candidate)));
    if (smaller === undefined) return smallest;
    smallest = smaller;
  }
}

async function firstThat<Value>(
  values: Iterable<Value>,
  holds: (value: Value) => Promise<boolean>,
): Promise<Value | undefined> {
  for (const value of values) if (await holds(value)) return value;
  return undefined;
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
