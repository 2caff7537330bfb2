import { type Overrides, type Written, merged } from "./overrides.js";

/** Makes a valid object of one model, with what the test is about given over the default. */
export type Factory<T> = (over?: Overrides<T>) => T;

/** The factory of a model from its default. */
export function factory<T extends object>(base: Written<T>): Factory<T> {
  // Overrides have the types of the model, so what is merged from them has, too; brands are for the compiler alone.
  return (over) => merged(base, over ?? {}) as T;
}
