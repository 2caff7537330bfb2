import {
  joinedShape,
  shapesOfKind,
  type CompiledPolicy,
  type Json,
  type JsonObject,
  type PolicyRequest,
  type Shape,
} from "@writ/compiler/ir";
import { isObject } from "../kind.js";

/**
 * A request as the API server's decoder understands it: a required member that is missing or null, and an element that is null, has the
 * zero value of its type. Only its validation, after that, knows what is required.
 */
export function asDecoded({ ir: { shapes } }: CompiledPolicy, request: PolicyRequest): PolicyRequest {
  const { object, oldObject } = request;
  const kind = typeof object["kind"] === "string" ? object["kind"] : "";
  const { oldObject: old, oldPod } = shapesOfKind(shapes, kind);
  const oldShapes = { ...(old && { object: old }), ...(oldPod && { pod: oldPod }) };
  const fill = (shape: Shape | undefined, of: JsonObject): JsonObject =>
    shape === undefined ? of : (filled(shape, of) as JsonObject);
  // A deletion judges its object as the old one, too.
  const judged = fill(joinedShape(shapes, kind), object);
  return {
    ...request,
    object: request.operation === "DELETE" ? fill(joinedShape(oldShapes, kind), judged) : judged,
    ...(oldObject === undefined ? {} : { oldObject: fill(joinedShape(oldShapes, kind), oldObject) }),
  };
}

function filled(shape: Shape, value: Json | undefined): Json | undefined {
  const present = value ?? (shape.required ? zeroOf(shape) : undefined);
  if (present === undefined) return value;
  if (shape.kind === "list" && shape.element !== undefined && Array.isArray(present)) {
    const { element } = shape;
    return (present as readonly Json[]).map((one) => filled(element, one) ?? null);
  }
  if (shape.kind === "map" && shape.element !== undefined && isObject(present)) {
    const { element } = shape;
    return Object.fromEntries(Object.entries(present).map(([key, one]) => [key, filled(element, one) ?? null]));
  }
  if (shape.kind !== "record" || !isObject(present)) return present;
  const members = Object.entries(shape.fields ?? {}).flatMap(([name, member]) => {
    const made = filled(member, Object.hasOwn(present, name) ? present[name] : undefined);
    return made === undefined ? [] : [[name, made] as const];
  });
  return { ...present, ...Object.fromEntries(members) };
}

/** What Go's zero value of a type is in JSON; nothing for one that may be anything. */
function zeroOf({ kind }: Shape): Json | undefined {
  switch (kind) {
    case "bool":
      return false;
    case "int":
    case "number":
    case "intOrString":
      return 0;
    case "string":
      return "";
    case "quantity":
      return "0";
    case "list":
      return [];
    case "map":
    case "record":
      return {};
    case "json":
      return undefined;
  }
}
