// A line break may stand anywhere, also inside the padding.
const lineBreaks = /[\r\n]+/g;
const alphabet = /^[A-Za-z0-9+/]*={0,2}$/;

/** The longest encoded text, in characters without line breaks, that is decoded. */
const encodedLimit = 4096;

/**
 * The text that `encoded` stands for in base64: the standard alphabet of RFC 4648 with its padding, as encoding/base64 of Go reads the
 * `data` of a Secret. Line breaks are skipped, and the bits that the last character has too many may be anything. `undefined` when it is
 * malformed (the URL-safe alphabet, missing padding, a space), when the bytes are not UTF-8, or beyond 4,096 characters without line
 * breaks, which is what the smallest budget of an engine decodes.
 *
 * @example decodeBase64("cGFzc3dvcmQ=") // "password"
 */
export function decodeBase64(encoded: string | undefined): string | undefined {
  if (typeof encoded !== "string") return undefined;
  const text = encoded.replace(lineBreaks, "");
  if (text.length > encodedLimit || text.length % 4 !== 0 || !alphabet.test(text)) return undefined;
  const bytes = Uint8Array.from(atob(text), (octet) => octet.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
