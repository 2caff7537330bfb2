import type { Json, JsonObject } from "@writ/compiler/ir";
import { pathText } from "./path-text.js";

type Path = readonly (string | number)[];

// As deep as a file may be.
const deepest = 1000;

/**
 * The document that a JavaScript object stands for: JSON, a tree of its own. A member that is undefined is absent. What JSON would
 * lose or change without a word, a Date or NaN, is refused.
 *
 * @throws TypeError when the value is no document.
 */
export function documentOf(value: unknown, name: string): JsonObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError(`${name} is not an object`);
  }
  return jsonOf(value, [], name) as JsonObject;
}

function jsonOf(value: unknown, path: Path, name: string): Json {
  switch (typeof value) {
    case "string":
      return value.toWellFormed();
    case "boolean":
      return value;
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`${at(path, name)} is ${value}, which JSON does not have`);
      // -0 is 0 in JSON.
      return value === 0 ? 0 : value;
    case "object":
      return value === null ? null : branchOf(value, path, name);
    case "undefined":
    case "bigint":
    case "symbol":
    case "function":
      throw new TypeError(`${at(path, name)} is of type ${typeof value}, which JSON does not have`);
  }
}

function branchOf(value: object, path: Path, name: string): Json {
  if (path.length > deepest) throw new TypeError(`${name} is nested deeper than ${deepest} levels, or holds itself`);
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return Array.from(list, (element, index) => jsonOf(element, [...path, index], name));
  }
  if (!isPlain(value)) throw new TypeError(`${at(path, name)} is a ${value.constructor.name}, not a plain object`);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [key.toWellFormed(), jsonOf(member, [...path, key], name)]));
}

/** Whether nothing but the prototype of all objects, of this realm or another, stands behind an object. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function at(path: Path, name: string): string {
  return path.length === 0 ? name : `${pathText(path)} of ${name}`;
}
