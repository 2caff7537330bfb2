import { createHash } from "node:crypto";
import {
  joinedShape,
  shapesOfKind,
  type CompiledPolicy,
  type Json,
  type JsonObject,
  type KindRef,
  type PolicyRequest,
  type Shape,
} from "@writ/compiler/ir";
import { comparedWith, constantsOf, fieldKey } from "../constants.js";
import { isObject, kindOf } from "../kind.js";
import { apiVersionOf } from "@writ/sdk";
import { inItsNamespace, requestEdits } from "./request-edits.js";
import { filled, placesOf, withValue, type Place } from "./places.js";
import { absent, ofEveryType, valuesFor, type Constants } from "./values.js";

/** Constants of a policy that are tried at every place, beside those that the place is compared with. */
const constantsAtAPlace = 6;

/**
 * Requests made from what a policy reads and from its constants: each type of JSON at every place of one document, and `limit` more, at
 * places of all documents in turn. The same policy and seeds give the same requests.
 */
export function derivedRequests(
  policy: CompiledPolicy,
  seeds: readonly PolicyRequest[],
  limit: number,
): readonly PolicyRequest[] {
  const all = [...seeds, ...policy.kinds.map((kind) => filledRequest(policy, kind))];
  const constants = constantsIn(policy);
  const queues = all.flatMap((seed) => editsOf(policy, constants, seed));
  const around = all.flatMap((seed) => requestEdits(policy, seed)).values();
  const made = new Map<string, PolicyRequest>(seeds.map((seed) => [JSON.stringify(seed), seed]));
  const known = made.size;
  for (const request of everyType(policy, all)) made.set(JSON.stringify(request), request);
  const fixed = made.size;
  for (const request of inTurn([around, ...queues])) {
    if (made.size - fixed >= limit) break;
    const key = JSON.stringify(request);
    if (!made.has(key)) made.set(key, request);
  }
  return [...made.values()].slice(known);
}

/** Each type of JSON at every place of the document that has most of them. */
function everyType(policy: CompiledPolicy, seeds: readonly PolicyRequest[]): readonly PolicyRequest[] {
  const placed = seeds.map((seed) => [seed, documentPlaces(policy, seed)] as const);
  const [seed, places] = placed.reduce((most, one) => (one[1].length > most[1].length ? one : most));
  const values: readonly (Json | typeof absent)[] = [...ofEveryType, absent];
  return places.flatMap(({ path }) =>
    values.map((value) => inItsNamespace({ ...seed, object: withValue(seed.object, path, value) as JsonObject })),
  );
}

/** The places of a request's object. What kind of object it is must stay. */
export function documentPlaces(policy: CompiledPolicy, { object }: PolicyRequest): readonly Place[] {
  const kind = kindOf(object, policy.kinds);
  if (kind === undefined) return [];
  return placesOf(joinedShape(policy.ir.shapes, kind.kind) ?? anything, object).filter(({ path }) => !isIdentity(path));
}

/** The first of each queue, then the second of each, and so on; nothing is made before it is its turn. */
function* inTurn<Item>(queues: readonly Iterator<Item>[]): Generator<Item> {
  let open = queues;
  while (open.length > 0) {
    const left: Iterator<Item>[] = [];
    for (const queue of open) {
      const next = queue.next();
      if (next.done === true) continue;
      left.push(queue);
      yield next.value;
    }
    open = left;
  }
}

/** For each place of a request's objects, the request with another value there. */
function editsOf(
  policy: CompiledPolicy,
  constants: ConstantsOfPolicy,
  seed: PolicyRequest,
): readonly Iterator<PolicyRequest>[] {
  const kind = kindOf(seed.object, policy.kinds);
  const old = kind === undefined ? undefined : oldShape(policy, kind);
  const salt = JSON.stringify(seed);
  function* edits(place: Place, of: JsonObject, put: (made: JsonObject) => PolicyRequest): Generator<PolicyRequest> {
    for (const value of valuesAt(place, constantsAt(constants, place), salt))
      yield put(withValue(of, place.path, value) as JsonObject);
  }
  const { object, oldObject } = seed;
  return [
    ...documentPlaces(policy, seed).map((place) =>
      edits(place, object, (changed) => inItsNamespace({ ...seed, object: changed })),
    ),
    ...(oldObject === undefined || old === undefined
      ? []
      : placesOf(old, oldObject).map((place) =>
          edits(place, oldObject, (changed) => ({ ...seed, oldObject: changed })),
        )),
  ];
}

function isIdentity([first, ...rest]: Place["path"]): boolean {
  return rest.length === 0 && (first === "apiVersion" || first === "kind");
}

/** A request on a document that has everything the policy reads. */
export function filledRequest(policy: CompiledPolicy, kind: KindRef): PolicyRequest {
  const shape = joinedShape(policy.ir.shapes, kind.kind) ?? anything;
  const texts = constantsOf(policy).filter((value) => typeof value === "string");
  const made = shape.kind === "record" ? (filled(shape, texts) as JsonObject) : {};
  const metadata = isObject(made["metadata"] ?? {})
    ? { name: "filled", ...(made["metadata"] as JsonObject | undefined) }
    : {};
  const object = { ...made, apiVersion: apiVersionOf(kind), kind: kind.kind, metadata };
  return inItsNamespace({ object, operation: "CREATE", ...(kind.namespaced ? { namespace: { name: "shop" } } : {}) });
}

function oldShape(policy: CompiledPolicy, { kind }: KindRef): Shape | undefined {
  const { oldObject, oldPod } = shapesOfKind(policy.ir.shapes, kind);
  return joinedShape(
    { ...(oldObject === undefined ? {} : { object: oldObject }), ...(oldPod === undefined ? {} : { pod: oldPod }) },
    kind,
  );
}

interface ConstantsOfPolicy {
  readonly all: readonly (string | number)[];
  /** By `fieldKey`. */
  readonly compared: ReadonlyMap<string, readonly Json[]>;
}

function constantsIn(policy: CompiledPolicy): ConstantsOfPolicy {
  return { all: constantsOf(policy), compared: comparedWith(policy) };
}

/** How many values of other types a place gets, of each document: most of them end at the shape guard. */
const wrongAtAPlace = 3;

function valuesAt(place: Place, constants: Constants, salt: string): readonly (Json | typeof absent)[] {
  const wrong = shuffled(ofEveryType, place, salt).slice(0, wrongAtAPlace);
  const right = valuesFor(place.shape, place.current, constants);
  return shuffled<Json | typeof absent>([...right, ...wrong, absent], place, salt);
}

/** The constants that a place is compared with, and some of the others. */
function constantsAt({ all, compared }: ConstantsOfPolicy, { path }: Place): Constants {
  const names = path.filter((segment) => typeof segment === "string");
  const own = compared.get(fieldKey(names.at(-2) ?? "", names.at(-1) ?? "")) ?? [];
  const values = [...new Set([...own, ...all])].slice(0, own.length + constantsAtAPlace);
  return {
    texts: values.filter((value) => typeof value === "string"),
    numbers: values.filter((value) => typeof value === "number"),
  };
}

/** An order that is the same every time, and follows neither the type nor the size of the values. */
function shuffled<Value extends Json | symbol>(
  values: readonly Value[],
  { path }: Place,
  salt: string,
): readonly Value[] {
  const rank = (value: Value): string =>
    createHash("sha256")
      .update(JSON.stringify([salt, path, typeof value === "symbol" ? "absent" : value]))
      .digest("hex");
  return values
    .map((value) => [rank(value), value] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, value]) => value);
}

const anything: Shape = { kind: "record", required: false };
