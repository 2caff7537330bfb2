import type { Quantity } from "../scalars.js";
import { billionthsOf } from "./amount.js";

/**
 * Compares two Kubernetes quantities (`500m`, `1.5Gi`, `1e3`, a number in a manifest) exactly, as k8s.io/apimachinery does: a
 * value finer than a billionth is rounded away from zero, and one with a binary suffix stops at 2^63 - 1. `undefined` when one is
 * absent or malformed, or outside the range that every engine compares exactly: 40 digits before the point, 18 after it, an
 * exponent from -40 to 40, 200 characters of text.
 *
 * @example compareQuantities("1024Mi", "1Gi") // 0
 */
export function compareQuantities(
  a: Quantity | string | undefined,
  b: Quantity | string | undefined,
): -1 | 0 | 1 | undefined {
  const left = billionthsOf(a);
  const right = billionthsOf(b);
  if (left === undefined || right === undefined) return undefined;
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Whether a text, or a number in a manifest, is a quantity that every engine reads: of the Kubernetes grammar, and in the range that
 * `compareQuantities` names. `undefined` when it is absent.
 *
 * @example isQuantity("1.5Gi") // true
 */
export function isQuantity(quantity: Quantity | string): boolean;
export function isQuantity(quantity: Quantity | string | undefined): boolean | undefined;
export function isQuantity(quantity: Quantity | string | undefined): boolean | undefined {
  return quantity === undefined ? undefined : billionthsOf(quantity) !== undefined;
}
