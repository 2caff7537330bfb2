import type { Json, JsonObject, Shape } from "@writ/compiler/ir";
import { absent } from "./values.js";

/** A place of a document that a policy reads. */
export interface Place {
  readonly path: readonly (string | number)[];
  readonly shape: Shape;
  /** What stands there, if anything does. */
  readonly current: Json | undefined;
}

/** How many members of a map are places: all of them have the same shape. */
const members = 2;

/** The places of a document that a shape speaks of, where there is an object or a list to hold them; outer ones first. */
export function placesOf(
  shape: Shape,
  value: Json | undefined,
  path: readonly (string | number)[] = [],
): readonly Place[] {
  const own: readonly Place[] = path.length === 0 ? [] : [{ path, shape, current: value }];
  if (typeof value !== "object" || value === null) return own;
  const { element, fields = {} } = shape;
  if (Array.isArray(value)) {
    const [first] = value as readonly Json[];
    const last = value.length - 1;
    const ends =
      element === undefined || last < 0
        ? []
        : [[0, first] as const, ...(last > 0 ? [[last, value[last] as Json] as const] : [])];
    return [...own, ...ends.flatMap(([index, one]) => placesOf(element as Shape, one, [...path, index]))];
  }
  const object = value as JsonObject;
  const named = Object.entries(fields).flatMap(([name, field]) =>
    placesOf(field, memberOf(object, name), [...path, name]),
  );
  const keys = element === undefined ? [] : Object.keys(object).slice(0, members);
  return [...own, ...named, ...keys.flatMap((key) => placesOf(element as Shape, object[key], [...path, key]))];
}

function memberOf(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The document with another value at a place; what is absent from a list is taken out of it. */
export function withValue(document: Json, path: Place["path"], value: Json | typeof absent): Json {
  const [segment, ...rest] = path;
  if (segment === undefined) return value === absent ? null : value;
  if (Array.isArray(document)) {
    const elements = document as readonly Json[];
    return elements.flatMap((element, index) => {
      if (index !== segment) return [element];
      return rest.length === 0 && value === absent ? [] : [withValue(element, rest, value)];
    });
  }
  const object = document as JsonObject;
  const name = String(segment);
  const others = Object.entries(object).filter(([key]) => key !== name);
  if (rest.length === 0 && value === absent) return Object.fromEntries(others);
  return Object.fromEntries([...others, [name, withValue(memberOf(object, name) ?? null, rest, value)]]);
}

/** A document that has a value of the right type at every place of a shape. */
export function filled(shape: Shape, texts: readonly string[]): Json {
  switch (shape.kind) {
    case "bool":
      return true;
    case "int":
    case "number":
    case "intOrString":
      return 1;
    case "quantity":
      return "1";
    case "string":
    case "json":
      return texts[0] ?? "a";
    case "list":
      return [filled(shape.element ?? text, texts)];
    case "map":
      return { app: filled(shape.element ?? text, texts) };
    case "record":
      return Object.fromEntries(
        Object.entries(shape.fields ?? {}).map(([name, field]) => [name, filled(field, texts)]),
      );
  }
}

const text: Shape = { kind: "string", required: false };
