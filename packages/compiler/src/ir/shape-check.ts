import { podPath } from "@writ/sdk";
import { cleanMessage } from "@writ/sdk/runtime";
import type { Json, JsonObject, PolicyRequest } from "./policy.js";
import { type Shape, type Shapes, shapesOfKind } from "./shape.js";

/** The one violation of a document that breaks the shapes of a policy. */
export interface ShapeProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The old object as policies see it: what an UPDATE replaces, what a DELETE removes, otherwise none. */
export function oldObjectOf({ operation, object, oldObject }: PolicyRequest): JsonObject | undefined {
  if (operation === "DELETE") return object;
  return operation === "UPDATE" ? oldObject : undefined;
}

/** Checks requests against the shapes of one policy. */
export type ShapeGuard = (request: PolicyRequest) => ShapeProblem | undefined;

/**
 * Makes the guard of a policy. It answers the broken place with the smallest path (numbers before strings, strings by code
 * point), the object before the old object. A problem of the old object stands at the root of the document, since the
 * document does not show it.
 */
export function shapeGuard(shapes: Shapes): ShapeGuard {
  const joined = new Map<string, { object: Shape | undefined; old: Shape | undefined }>();
  const forKind = (kind: string) => {
    const known = joined.get(kind);
    if (known !== undefined) return known;
    const prefix = podPath(kind);
    const { object, pod, oldObject, oldPod } = shapesOfKind(shapes, kind);
    const made = { object: joinShapes(object, pod, prefix), old: joinShapes(oldObject, oldPod, prefix) };
    joined.set(kind, made);
    return made;
  };
  return (request) => {
    const kind = request.object["kind"];
    const { object, old } = forKind(typeof kind === "string" ? kind : "");
    if (object !== undefined && !conforms(object, request.object)) return firstProblem(object, request.object, [], "");
    const oldObject = oldObjectOf(request);
    if (old === undefined || oldObject === undefined || conforms(old, oldObject)) return undefined;
    const problem = firstProblem(old, oldObject, [], "oldObject");
    return problem && { path: [], message: problem.message };
  };
}

/** Whether a value has a shape; allocates nothing, for this is what runs on every document. */
function conforms(shape: Shape, value: Json | undefined): boolean {
  if (value === undefined || value === null) return !shape.required;
  if (!fits(shape, value)) return false;
  const { element, fields } = shape;
  if (element !== undefined) {
    const inside = shape.kind === "map" ? Object.values(value as JsonObject) : (value as readonly Json[]);
    for (const member of inside) if (!conforms(element, member)) return false;
  }
  for (const name in fields) {
    const member = Object.hasOwn(value as JsonObject, name) ? (value as JsonObject)[name] : undefined;
    if (!conforms(fields[name] as Shape, member)) return false;
  }
  return true;
}

/** What a document of a kind must look like for a policy. */
export function joinedShape(shapes: Shapes, kind: string): Shape | undefined {
  const { object, pod } = shapesOfKind(shapes, kind);
  return joinShapes(object, pod, podPath(kind));
}

/** One shape from the document's root: `pod` hangs below `object` at the kind's Pod path. */
export function joinShapes(
  object: Shape | undefined,
  pod: Shape | undefined,
  prefix: readonly string[],
): Shape | undefined {
  if (pod === undefined) return object;
  const around = prefix.reduceRight<Shape>(
    (inner, segment) => ({ kind: "record", required: true, fields: { [segment]: inner } }),
    pod,
  );
  return object === undefined ? around : mergeShapes(object, around);
}

export function mergeShapes(left: Shape, right: Shape): Shape {
  const element =
    left.element && right.element ? mergeShapes(left.element, right.element) : (left.element ?? right.element);
  const names = [...new Set([...Object.keys(left.fields ?? {}), ...Object.keys(right.fields ?? {})])].sort();
  const fields = names.map((name) => {
    const a = own(left.fields, name);
    const b = own(right.fields, name);
    return [name, a && b ? mergeShapes(a, b) : (a ?? b)] as const;
  });
  const limits = [left.limit, right.limit].filter((limit) => limit !== undefined);
  return {
    kind: left.kind === "json" ? right.kind : left.kind,
    required: left.required || right.required,
    ...(left.zeroDropped || right.zeroDropped ? { zeroDropped: true } : {}),
    ...(limits.length === 0 ? {} : { limit: Math.min(...limits) }),
    ...(names.length === 0 ? {} : { fields: Object.fromEntries(fields) as Record<string, Shape> }),
    ...(element === undefined ? {} : { element }),
  };
}

function own(fields: Shape["fields"], name: string): Shape | undefined {
  return fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** What a value of each kind is called in a shape message. */
export const shapeNouns: Readonly<Record<Shape["kind"], string>> = {
  bool: "a boolean",
  int: "an integer",
  number: "a number",
  string: "a string",
  quantity: "a string or a number",
  intOrString: "an integer or a string",
  json: "present",
  list: "a list",
  map: "an object",
  record: "an object",
};

const identifier = /^[A-Za-z_$][\w$]*$/;

/** The text of a place: `spec.containers[].name`. The index of a list and the key of a map stay open: `[]`. */
export function placeText(parent: string, segment: string | undefined): string {
  if (segment === undefined) return `${parent}[]`;
  if (!identifier.test(segment)) return `${parent}[${JSON.stringify(segment)}]`;
  return parent === "" ? segment : `${parent}.${segment}`;
}

/** The message about a place; the document itself is called `the document`. */
export function shapeMessage(shape: Shape, place: string): string {
  const { kind, limit } = shape;
  const within = limit === undefined ? "" : ` between -${String(limit)} and ${String(limit)}`;
  const noun = kind === "intOrString" ? `an integer${within} or a string` : `${shapeNouns[kind]}${within}`;
  // The name of a field may be any text, and hold what no message does.
  return cleanMessage(`${place === "" ? "the document" : place} must be ${noun}`, "");
}

// Fields are in code-point order and indices ascend, so the first problem found has the smallest path.
function firstProblem(
  shape: Shape,
  value: Json | undefined,
  path: readonly (string | number)[],
  place: string,
): ShapeProblem | undefined {
  if (value === undefined || value === null) {
    return shape.required ? { path, message: shapeMessage(shape, place) } : undefined;
  }
  if (!fits(shape, value)) return { path, message: shapeMessage(shape, place) };
  if (Array.isArray(value)) return firstInList(shape, value as readonly Json[], path, place);
  if (typeof value !== "object") return undefined;
  return shape.kind === "map"
    ? firstInMap(shape, value as JsonObject, path, place)
    : firstInRecord(shape, value as JsonObject, path, place);
}

function firstInList(
  shape: Shape,
  list: readonly Json[],
  path: ShapeProblem["path"],
  place: string,
): ShapeProblem | undefined {
  const { element } = shape;
  if (element === undefined) return undefined;
  const inside = placeText(place, undefined);
  for (const [index, value] of list.entries()) {
    const problem = firstProblem(element, value, [...path, index], inside);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function firstInMap(
  shape: Shape,
  map: JsonObject,
  path: ShapeProblem["path"],
  place: string,
): ShapeProblem | undefined {
  const { element } = shape;
  if (element === undefined) return undefined;
  const inside = placeText(place, undefined);
  for (const key of Object.keys(map).sort(byCodePoint)) {
    const problem = firstProblem(element, map[key], [...path, key], inside);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function firstInRecord(
  shape: Shape,
  object: JsonObject,
  path: ShapeProblem["path"],
  place: string,
): ShapeProblem | undefined {
  for (const [name, field] of Object.entries(shape.fields ?? {})) {
    const member = Object.hasOwn(object, name) ? object[name] : undefined;
    const problem = firstProblem(field, member, [...path, name], placeText(place, name));
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Whether a value is of the kind of a shape, and not beyond its limit. */
function fits({ kind, limit }: Shape, value: Json): boolean {
  return hasKind(kind, value) && (limit === undefined || typeof value !== "number" || Math.abs(value) <= limit);
}

/** Whether a value, neither null nor absent, is of a kind. Integers are those that every engine holds exactly. */
export function hasKind(kind: Shape["kind"], value: Json): boolean {
  switch (kind) {
    case "bool":
      return typeof value === "boolean";
    case "int":
      return Number.isSafeInteger(value);
    case "number":
      return typeof value === "number";
    case "string":
      return typeof value === "string";
    case "quantity":
      return typeof value === "string" || typeof value === "number";
    case "intOrString":
      return typeof value === "string" || Number.isSafeInteger(value);
    case "json":
      return true;
    case "list":
      return Array.isArray(value);
    case "map":
    case "record":
      return typeof value === "object" && !Array.isArray(value);
  }
}

/** Order of strings by code point, which is the order of Rego and of UTF-8 bytes; JavaScript's own is by code unit. */
export function byCodePoint(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
