/** The longest message, in code points. */
export const messageLimit = 400;

// C0, DEL, C1 and the two Unicode line separators would break a terminal, a log line or a one-line engine message; half a
// surrogate pair (possible only after a slice in the middle of one) has no UTF-8 form.
const unclean = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]/;
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
const loneSurrogate = /[\ud800-\udfff]/gu;

/**
 * The message of a violation as every engine shows it: each control character (C0, DEL, C1, U+2028, U+2029) becomes a space,
 * spaces at both ends go, at most {@link messageLimit} code points stay, and nothing left becomes `violates <policy id>`.
 */
export function cleanMessage(message: string, policyId: string): string {
  const text: unknown = message;
  if (typeof text !== "string") return `violates ${policyId}`;
  const printable = unclean.test(text) ? text.replace(control, " ").replace(loneSurrogate, "\ufffd") : text;
  const trimmed = trimSpaces(printable);
  return trimmed === "" ? `violates ${policyId}` : firstCodePoints(trimmed, messageLimit);
}

// Not String.prototype.trim: that also removes U+00A0, U+FEFF and other spaces, which the engines' trim does not.
function trimSpaces(text: string): string {
  const space = 0x20;
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) === space) start += 1;
  while (end > start && text.charCodeAt(end - 1) === space) end -= 1;
  return text.slice(start, end);
}

function firstCodePoints(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let units = 0;
  for (let taken = 0; taken < limit && units < text.length; taken += 1) {
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  }
  return text.slice(0, units);
}
