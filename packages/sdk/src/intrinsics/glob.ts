/** The longest pattern, in code points, that matches anything: engines translate a pattern to a regular expression. */
const patternLimit = 4096;

/**
 * Whether all of `value` matches `pattern`: `*` stands for any run of characters, slashes and line breaks included, `?` for
 * exactly one code point, and everything else for itself. There is no escape and no character class.
 *
 * After a mismatch only the last `*` can usefully take more, so the time is at most proportional to the value times the longest
 * part of the pattern between two stars. A pattern of more than 4,096 code points matches nothing, nor does anything but a string.
 */
export function glob(value: string, pattern: string): boolean {
  if (typeof (value as unknown) !== "string" || typeof (pattern as unknown) !== "string") return false;
  if (pattern.length > patternLimit && codePointCount(pattern) > patternLimit) return false;
  let at = 0;
  let next = 0;
  let star = -1;
  let starAt = 0;
  while (at < value.length) {
    const wanted = next < pattern.length ? pattern.charAt(next) : undefined;
    if (wanted === "*") {
      star = next;
      starAt = at;
      next += 1;
    } else if (wanted === "?") {
      at += codePointUnits(value, at);
      next += 1;
    } else if (wanted !== undefined && wanted === value.charAt(at)) {
      at += 1;
      next += 1;
    } else if (star >= 0) {
      // The star takes one whole code point more: `?` must never begin inside a surrogate pair.
      starAt += codePointUnits(value, starAt);
      at = starAt;
      next = star + 1;
    } else {
      return false;
    }
  }
  while (next < pattern.length && pattern.charAt(next) === "*") next += 1;
  return next === pattern.length;
}

function codePointUnits(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function codePointCount(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += codePointUnits(text, at)) count += 1;
  return count;
}
