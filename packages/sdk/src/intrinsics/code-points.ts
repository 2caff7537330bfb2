import type { Integer } from "../scalars.js";

/**
 * The number of Unicode code points of a text. JavaScript's own `length` counts UTF-16 units, of which `😀` has two; Kubernetes, CEL and
 * Rego count code points. `undefined` for anything but text.
 *
 * @example codePointLength("😀!") // 2
 */
export function codePointLength(text: string): Integer;
export function codePointLength(text: string | undefined): Integer | undefined;
export function codePointLength(text: string | undefined): Integer | undefined {
  if (typeof text !== "string") return undefined;
  let count = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count += 1;
  return count;
}

/**
 * The code points of a text from `start` up to, but not including, `end`. As in JavaScript's `slice` (ECMA-262, String.prototype.slice)
 * a negative position counts from the end, a position outside the text is its nearest end, and nothing is left when `start` is not before
 * `end`; the positions count code points. `undefined` for anything but text and safe integers.
 *
 * @example codePointSlice("a😀bc", 1, -1) // "😀b"
 */
export function codePointSlice(text: string, start: Integer): string;
export function codePointSlice(text: string, start: Integer, end: Integer): string;
export function codePointSlice(text: string | undefined, start: Integer): string | undefined;
export function codePointSlice(text: string | undefined, start: Integer, end: Integer): string | undefined;
export function codePointSlice(
  text: string | undefined,
  start: Integer,
  end: Integer = Number.MAX_SAFE_INTEGER,
): string | undefined {
  if (typeof text !== "string" || !Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return undefined;
  return Array.from(text).slice(start, end).join("");
}
