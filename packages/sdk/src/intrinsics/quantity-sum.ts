import type { Quantity } from "../scalars.js";
import { billionthsOf } from "./amount.js";

/** The greatest amount, either sign, in billionths, that is added and written: nine exa. */
const amountLimit = 9_000_000_000_000_000_000_000_000_000n;
/** The longest list that is added up. */
const listLimit = 1000;

const billion = 1_000_000_000n;
const decimalSuffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
const binarySuffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

/**
 * The sum of a list of quantities, in canonical form: what k8s.io/apimachinery's Quantity.Add makes of them, written by its
 * CanonicalizeBytes. It is in the notation (`Ki`, `k`, `e3`) of the first of them that is not zero; `0` for an empty list. `undefined` when
 * one is malformed or outside the range that `compareQuantities` names, when one or the sum is beyond 9E, or when there are more than a
 * thousand.
 *
 * @example sumQuantities(["512Mi", "1.5Gi"]) // "2Gi"
 */
export function sumQuantities(quantities: readonly (Quantity | string)[] | undefined): string | undefined {
  if (!Array.isArray(quantities) || quantities.length > listLimit) return undefined;
  let total = 0n;
  let notation: Notation | undefined;
  for (const quantity of quantities as readonly unknown[]) {
    const amount = billionthsOf(quantity);
    if (amount === undefined || isBeyondLimit(amount)) return undefined;
    total += amount;
    if (amount !== 0n) notation ??= notationOf(quantity, amount);
  }
  return isBeyondLimit(total) ? undefined : canonical(total, notation ?? "decimal");
}

/**
 * The sum of two quantities, as `sumQuantities` makes it.
 *
 * @example addQuantities("1.5", "500m") // "2"
 */
export function addQuantities(a: Quantity | string | undefined, b: Quantity | string | undefined): string | undefined {
  return a === undefined || b === undefined ? undefined : sumQuantities([a, b]);
}

/**
 * A quantity in canonical form, as the API server writes it: no more digits than needed, and the largest suffix that leaves no fraction.
 * `undefined` when it is absent or malformed, outside the range that `compareQuantities` names, or beyond 9E.
 *
 * @example formatQuantity("1024Mi") // "1Gi"
 */
export function formatQuantity(quantity: Quantity | string | undefined): string | undefined {
  return quantity === undefined ? undefined : sumQuantities([quantity]);
}

type Notation = "decimal" | "exponent" | "binary";

function notationOf(quantity: unknown, amount: bigint): Notation {
  // However a number is written, it counts as decimal.
  if (typeof quantity !== "string") return "decimal";
  // Below one the API server forgets that the suffix was binary.
  if (quantity.includes("i")) return magnitudeOf(amount) < billion ? "decimal" : "binary";
  return /[eE][+-]?[0-9]/.test(quantity) ? "exponent" : "decimal";
}

function magnitudeOf(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

function isBeyondLimit(amount: bigint): boolean {
  return magnitudeOf(amount) > amountLimit;
}

function canonical(amount: bigint, notation: Notation): string {
  if (amount === 0n) return "0";
  const magnitude = magnitudeOf(amount);
  const isBinary = notation === "binary" && magnitude >= 1024n * billion && magnitude % billion === 0n;
  const [digits, thousands] = reduced(isBinary ? magnitude / billion : magnitude, isBinary ? 1024n : 1000n);
  const suffix = isBinary ? binarySuffixes[thousands] : decimalSuffix(thousands, notation);
  return `${amount < 0n ? "-" : ""}${String(digits)}${suffix ?? ""}`;
}

function decimalSuffix(thousands: number, notation: Notation): string | undefined {
  if (notation !== "exponent") return decimalSuffixes[thousands];
  return thousands === 3 ? "" : `e${String(3 * thousands - 9)}`;
}

function reduced(whole: bigint, factor: bigint): readonly [digits: bigint, times: number] {
  if (whole % factor !== 0n) return [whole, 0];
  const [digits, times] = reduced(whole / factor, factor);
  return [digits, times + 1];
}
