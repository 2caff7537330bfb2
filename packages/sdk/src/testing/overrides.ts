import type { Quantity, Time } from "../scalars.js";

/** A model as one writes it: quantities and times are ordinary texts. */
export type Written<T> = T extends Quantity
  ? string | number
  : T extends Time
    ? string
    : T extends readonly (infer Element)[]
      ? readonly Written<Element>[]
      : T extends object
        ? { readonly [Name in keyof T]: Written<T[Name]> }
        : T;

/**
 * What may be given over a default: any part of the model. Objects merge, member by member; a list replaces the default's list;
 * `undefined` removes what the default has, and `null` stays null.
 */
export type Overrides<T> = T extends Quantity | Time | readonly unknown[]
  ? Written<T>
  : T extends object
    ? { readonly [Name in keyof T]?: Overrides<T[Name]> | undefined }
    : T;

/** A fresh tree: `base` with `over` merged in. Neither is changed, and nothing of them is shared with the result. */
export function merged(base: unknown, over: unknown): unknown {
  if (!isObject(over)) return copied(over);
  if (!isObject(base)) return copied(over);
  const result = new Map(Object.entries(base).map(([name, value]) => [name, copied(value)]));
  for (const [name, value] of Object.entries(over)) {
    if (value === undefined) result.delete(name);
    else result.set(name, result.has(name) ? merged(base[name], value) : copied(value));
  }
  return Object.fromEntries(result);
}

function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, copied(member)]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
