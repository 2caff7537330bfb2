/**
 * The text with the letters A to Z in lower case, and everything else as it is: ASCII lowercase of the WHATWG Infra Standard, what DNS and
 * HTTP ignore case by. JavaScript's own `toLowerCase` also changes other scripts, which engines do each in their own way.
 *
 * @example asciiLowerCase("Ärger.EXAMPLE") // "Ärger.example"
 */
export function asciiLowerCase(text: string): string;
export function asciiLowerCase(text: string | undefined): string | undefined;
export function asciiLowerCase(text: string | undefined): string | undefined {
  return typeof text === "string" ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : undefined;
}

/**
 * The text with the letters a to z in upper case, and everything else as it is: ASCII uppercase of the WHATWG Infra Standard.
 *
 * @example asciiUpperCase("straße") // "STRAßE"
 */
export function asciiUpperCase(text: string): string;
export function asciiUpperCase(text: string | undefined): string | undefined;
export function asciiUpperCase(text: string | undefined): string | undefined {
  return typeof text === "string" ? text.replace(/[a-z]+/g, (letters) => letters.toUpperCase()) : undefined;
}

const asciiSpace = "\t\n\f\r ";

/**
 * The text without ASCII whitespace at both ends: tab, line feed, form feed, carriage return and space, as the WHATWG Infra Standard
 * says. JavaScript's own `trim` also takes the spaces of other scripts and the byte order mark, about which engines differ.
 *
 * @example asciiTrim("\t a b\n") // "a b"
 */
export function asciiTrim(text: string): string;
export function asciiTrim(text: string | undefined): string | undefined;
export function asciiTrim(text: string | undefined): string | undefined {
  if (typeof text !== "string") return undefined;
  let start = 0;
  let end = text.length;
  while (start < end && asciiSpace.includes(text.charAt(start))) start += 1;
  while (end > start && asciiSpace.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
