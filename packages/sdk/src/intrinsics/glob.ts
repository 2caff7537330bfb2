/**
 * Whether all of `value` matches `pattern`: `*` stands for any run of characters, slashes and line breaks included, `?` for
 * exactly one code point, and everything else for itself. There is no escape and no character class.
 *
 * After a mismatch only the last `*` can usefully take more, so the time is at most proportional to the value times the longest
 * part of the pattern between two stars. Anything but two strings does not match.
 */
export function glob(value: string, pattern: string): boolean {
  if (typeof (value as unknown) !== "string" || typeof (pattern as unknown) !== "string") return false;
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
