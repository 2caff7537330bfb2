import type { Json, JsonObject } from "../../ir/policy.js";
import type { Shape } from "../../ir/shape.js";
import type { SizeOf } from "./sizes.js";

/** What the largest value at a place is like. */
export interface Extent {
  readonly kind: "text" | "list" | "map" | "scalar";
  /** Characters of a text, elements of a list, entries of a map; 1 for a scalar. */
  readonly size: number;
  readonly element?: Extent;
  /** Of a list of texts: characters of all together, where that is less than each of them as long as the longest. */
  readonly together?: number;
  /** Of an integer: its greatest value, where one is known. */
  readonly most?: number;
  /** Of a list: whether it holds the naturals from 0, each once. */
  readonly isNaturals?: true;
  /** Of a text that was put together of lines: how many there are, and the longest. */
  readonly lines?: { readonly count: number; readonly size: number };
  readonly fields?: Readonly<Record<string, Extent>>;
}

export const scalar: Extent = { kind: "scalar", size: 1 };
export const text = (size: number): Extent => ({ kind: "text", size });
export const listOf = (size: number, element: Extent): Extent => ({ kind: "list", size, element });

/** The extent of what has a shape; `field` is the name that the value stands under. */
export function extentOf(shape: Shape, field: string, sizes: SizeOf): Extent {
  switch (shape.kind) {
    case "bool":
    case "int":
    case "number":
      return scalar;
    case "string":
    case "quantity":
    case "intOrString":
      return text(sizes("characters"));
    case "json":
      return text(sizes("characters"));
    case "list":
      return listOf(sizes(field), shape.element === undefined ? scalar : extentOf(shape.element, field, sizes));
    case "map":
      return {
        kind: "map",
        size: sizes(field),
        element: shape.element === undefined ? scalar : extentOf(shape.element, field, sizes),
      };
    case "record": {
      const fields = Object.entries(shape.fields ?? {}).map(
        ([name, member]) => [name, extentOf(member, name, sizes)] as const,
      );
      return { kind: "map", size: Math.max(1, fields.length), fields: Object.fromEntries(fields) };
    }
  }
}

/** The larger of two in everything: what a value that may be either costs at most. */
export function union(a: Extent, b: Extent): Extent {
  const element = a.element && b.element ? union(a.element, b.element) : (a.element ?? b.element);
  const names = [...new Set([...Object.keys(a.fields ?? {}), ...Object.keys(b.fields ?? {})])];
  const fields = names.map((name) => {
    const [left, right] = [a.fields?.[name], b.fields?.[name]];
    return [name, left && right ? union(left, right) : (left ?? right ?? scalar)] as const;
  });
  return {
    kind: a.kind === "scalar" ? b.kind : a.kind,
    size: Math.max(a.size, b.size),
    ...(a.together === undefined || b.together === undefined ? {} : { together: Math.max(a.together, b.together) }),
    ...(a.most === undefined || b.most === undefined ? {} : { most: Math.max(a.most, b.most) }),
    ...(element === undefined ? {} : { element }),
    ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields) }),
  };
}

/** An object of an extent: what the engines that are there are given to measure. */
export function largestValue(extent: Extent, at = ""): Json {
  switch (extent.kind) {
    case "scalar":
      return 1;
    case "text":
      return "a".repeat(extent.size);
    case "list":
      return Array.from({ length: extent.size }, () => largestValue(extent.element ?? scalar, at));
    case "map": {
      if (extent.fields !== undefined) {
        const members = Object.entries(extent.fields).map(([name, field]) => [name, largestValue(field, name)]);
        return Object.fromEntries(members) as JsonObject;
      }
      const entries = Array.from({ length: extent.size }, (_, n) => [
        `key-${n}`,
        largestValue(extent.element ?? scalar),
      ]);
      return Object.fromEntries(entries) as JsonObject;
    }
  }
}
