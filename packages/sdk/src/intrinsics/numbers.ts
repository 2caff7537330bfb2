import type { Integer } from "../scalars.js";

/** The longest list that is added up: its sums on the way fit into the 64 bits that some engines add in. */
const listLimit = 1000;

/**
 * The exact sum of a list of integers, 0 for an empty one. `undefined` when the sum is no safe integer (beyond 2^53 - 1, either sign),
 * whatever the sums on the way are, when an element is none, and when there are more than a thousand.
 *
 * @example sum([1, 2, 3]) // 6
 */
export function sum(values: readonly Integer[] | undefined): Integer | undefined {
  if (!areIntegers(values) || values.length > listLimit) return undefined;
  const total = Number(values.reduce((so, value) => so + BigInt(value), 0n));
  return Number.isSafeInteger(total) ? total : undefined;
}

/** The smallest of a list of integers; `undefined` when there is none, or an element is no safe integer. */
export function min(values: readonly Integer[] | undefined): Integer | undefined {
  return areIntegers(values)
    ? values.reduce<Integer | undefined>((so, value) => (value < (so ?? Infinity) ? value : so), undefined)
    : undefined;
}

/** The greatest of a list of integers; `undefined` when there is none, or an element is no safe integer. */
export function max(values: readonly Integer[] | undefined): Integer | undefined {
  return areIntegers(values)
    ? values.reduce<Integer | undefined>((so, value) => (value > (so ?? -Infinity) ? value : so), undefined)
    : undefined;
}

/**
 * How often a list of texts, integers or booleans holds a value: more than once is a duplicate. `undefined` when there is no list.
 *
 * @example pod.containers.some((c) => count(pod.containers.map(({ image }) => image ?? ""), c.image ?? "") > 1)
 */
export function count<Value extends string | number | boolean>(values: readonly Value[], value: Value): Integer;
export function count<Value extends string | number | boolean>(
  values: readonly Value[] | undefined,
  value: Value,
): Integer | undefined;
export function count<Value extends string | number | boolean>(
  values: readonly Value[] | undefined,
  value: Value,
): Integer | undefined {
  return Array.isArray(values) ? values.filter((element) => element === value).length : undefined;
}

function areIntegers(values: unknown): values is readonly Integer[] {
  return Array.isArray(values) && values.every((value) => Number.isSafeInteger(value));
}
