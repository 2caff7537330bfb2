import { isUtf8 } from "node:buffer";

/**
 * How sigs.k8s.io/yaml (go-yaml v2 inside) turns the text of a scalar into a value. Both parsers of this package resolve
 * through this file, and oracle/ compares it with the Go library itself.
 */

/** What the text of an untagged plain scalar means. NaN and the infinities are left to the caller: JSON has none. */
export type Resolved =
  | { readonly type: "str"; readonly value: string }
  | { readonly type: "null"; readonly value: null }
  | { readonly type: "bool"; readonly value: boolean }
  | { readonly type: "int"; readonly value: number; readonly exact?: bigint }
  | { readonly type: "float"; readonly value: number };

/** A scalar that its tag or JSON refuses. */
export interface Refused {
  readonly type: "refused";
  readonly code: "INPUT2001" | "INPUT2005" | "INPUT2006";
  readonly message: string;
}

const words: ReadonlyMap<string, Resolved> = new Map<string, Resolved>([
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map(asWord(true)),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map(asWord(false)),
  ...["", "~", "null", "Null", "NULL"].map((text): [string, Resolved] => [text, { type: "null", value: null }]),
  ...[".nan", ".NaN", ".NAN"].map(asSpecial(Number.NaN)),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map(asSpecial(Number.POSITIVE_INFINITY)),
  ...["-.inf", "-.Inf", "-.INF"].map(asSpecial(Number.NEGATIVE_INFINITY)),
]);

function asWord(value: boolean): (text: string) => [string, Resolved] {
  return (text) => [text, { type: "bool", value }];
}

function asSpecial(value: number): (text: string) => [string, Resolved] {
  return (text) => [text, { type: "float", value }];
}

const longestWord = 5;
const floatForm = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
/** Go's ParseFloat takes underscores between digits only; where a digit or sign comes first, go-yaml drops them before. */
const strayUnderscore = /(?:^|[^0-9])_|_(?![0-9])/;
const shortDecimal = /^(?:0|[1-9][0-9]{0,14})$/;

/** Holds a character that no number has, as `100m` and `1Gi` do. */
const noNumber = /[^0-9a-fA-FxXoO_.+-]/;

const enum First {
  Text,
  Word,
  Dot,
  Number,
}

/** What a first character allows: a table lookup, because most scalars are plain text and must cost nothing more. */
const firstTable: Uint8Array = firstCharacters();

function firstCharacters(): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of "yYnNtTfFoO~") table[character.charCodeAt(0)] = First.Word;
  for (const character of "+-0123456789") table[character.charCodeAt(0)] = First.Number;
  table[".".charCodeAt(0)] = First.Dot;
  return table;
}

/** Whether an untagged plain scalar is certainly text; cheap, and false when only the whole resolution can tell. */
export function isSurelyText(first: number): boolean {
  return first >= 128 || firstTable[first] === First.Text;
}

/** Resolves an untagged plain scalar. Timestamps stay text: the Go library keeps them as text for untyped targets. */
export function resolvePlain(text: string): Resolved {
  if (text === "") return { type: "null", value: null };
  const first = text.charCodeAt(0);
  const kind = first < 128 ? firstTable[first] : First.Text;
  if (kind === First.Text) return { type: "str", value: text };
  if (text.length <= longestWord) {
    const word = words.get(text);
    if (word !== undefined) return word;
  }
  if (kind === First.Number) return resolveNumber(text);
  if (kind === First.Dot && !strayUnderscore.test(text)) {
    const value = floatOf(text.replaceAll("_", ""));
    if (value !== undefined) return { type: "float", value };
  }
  return { type: "str", value: text };
}

function resolveNumber(text: string): Resolved {
  if (shortDecimal.test(text)) return { type: "int", value: Number(text) };
  if (noNumber.test(text)) return { type: "str", value: text };
  const plain = text.replaceAll("_", "");
  const exact = signedInteger(plain) ?? unsignedInteger(plain) ?? binaryWithInnerSign(plain);
  if (exact !== undefined) return { type: "int", value: Number(exact), exact };
  const float = floatOf(plain);
  return float === undefined ? { type: "str", value: text } : { type: "float", value: float };
}

/** A float beyond the range of a double is an error of Go's ParseFloat, and so the text stays text. */
function floatOf(text: string): number | undefined {
  const value = floatForm.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

const int64 = { least: -(2n ** 63n), most: 2n ** 63n - 1n };
const uint64Most = 2n ** 64n - 1n;

/** Go's `strconv.ParseInt(text, 0, 64)`, for text without underscores. */
function signedInteger(text: string): bigint | undefined {
  const negative = text.startsWith("-");
  const magnitude = prefixedInteger(negative || text.startsWith("+") ? text.slice(1) : text);
  if (magnitude === undefined) return undefined;
  const value = negative ? -magnitude : magnitude;
  return value < int64.least || value > int64.most ? undefined : value;
}

/** Go's `strconv.ParseUint(text, 0, 64)`: no sign. */
function unsignedInteger(text: string): bigint | undefined {
  const value = prefixedInteger(text);
  return value !== undefined && value <= uint64Most ? value : undefined;
}

function prefixedInteger(digits: string): bigint | undefined {
  if (/^(?:0|[1-9][0-9]*)$/.test(digits)) return BigInt(digits);
  if (/^0[0-7]+$/.test(digits)) return BigInt(`0o${digits.slice(1)}`);
  if (/^0(?:[xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)$/.test(digits)) return BigInt(digits.toLowerCase());
  return undefined;
}

/** go-yaml's last resort reads what follows `0b` with a sign of its own: `0b-1` is -1. */
function binaryWithInnerSign(text: string): bigint | undefined {
  const match = /^0b([-+])([01]+)$/.exec(text);
  if (match === null) return undefined;
  const magnitude = BigInt(`0b${match[2] ?? "0"}`);
  const value = match[1] === "-" ? -magnitude : magnitude;
  return value < int64.least || value > int64.most ? undefined : value;
}

const coreTag = "tag:yaml.org,2002:";

/**
 * Resolves a scalar with an explicit tag (its full name). An explicit tag ignores quotes: `!!int "12"` is 12. Unknown tags
 * leave the text as it is.
 */
export function resolveTagged(tag: string, text: string): Resolved | Refused {
  if (!tag.startsWith(coreTag)) return { type: "str", value: text };
  const wanted = tag.slice(coreTag.length);
  switch (wanted) {
    case "bool":
    case "int":
    case "float":
    case "null":
      return conform(wanted, text);
    case "binary":
      return decodeBinary(text);
    case "timestamp":
      return isTimestamp(text) ? { type: "str", value: text } : mismatch(resolvePlain(text).type, text, wanted);
    default:
      return { type: "str", value: text };
  }
}

function conform(wanted: "bool" | "int" | "float" | "null", text: string): Resolved | Refused {
  const resolved = resolvePlain(text);
  if (resolved.type === wanted) return resolved;
  const fits = resolved.type === "int" && (resolved.exact === undefined || resolved.exact <= int64.most);
  if (wanted === "float" && fits) return { type: "float", value: resolved.value };
  return mismatch(resolved.type, text, wanted);
}

function mismatch(found: string, text: string, wanted: string): Refused {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return { type: "refused", code: "INPUT2005", message: `\`${shown}\` is a ${found}, not a ${wanted} as its tag says` };
}

const base64Form = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The bytes become text; bytes that are not UTF-8 become U+FFFD, as Go's JSON writer does it. */
function decodeBinary(text: string): Resolved | Refused {
  const joined = text.replace(/[\r\n]/g, "");
  if (!base64Form.test(joined)) {
    return { type: "refused", code: "INPUT2005", message: "the value of a `!!binary` tag is not base64" };
  }
  return { type: "str", value: goText(Buffer.from(joined, "base64")) };
}

/** Text of bytes as Go's JSON writer makes it: U+FFFD for each byte that is not part of UTF-8, not one for several. */
function goText(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString("utf8");
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const width = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    const character = bytes.subarray(at, at + width);
    const isWhole = character.length === width && isUtf8(character);
    text += isWhole ? character.toString("utf8") : "\uFFFD";
    at += isWhole ? width : 1;
  }
  return text;
}

const dateForm = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$/;
const timeForm =
  /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[Tt]([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?(?:Z|[-+]([0-9]{2}):([0-9]{2}))| +([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,][0-9]+)?)$/;

/** The layouts go-yaml v2 tries; matters only under an explicit `!!timestamp`. */
function isTimestamp(text: string): boolean {
  const match = dateForm.exec(text) ?? timeForm.exec(text);
  if (match === null) return false;
  const part = (index: number): number => Number(match[index] ?? 0);
  const lastDay = new Date(Date.UTC(part(1), part(2), 0)).getUTCDate();
  const dayFits = part(2) >= 1 && part(2) <= 12 && part(3) >= 1 && part(3) <= lastDay;
  const hour = part(4) + part(9);
  return dayFits && hour < 24 && part(5) + part(10) < 60 && part(6) + part(11) < 60 && part(7) <= 24 && part(8) < 60;
}

/** The JSON key that a resolved key becomes, or undefined when JSON has no such key. */
export function keyText(key: Resolved): string | undefined {
  switch (key.type) {
    case "str":
      return key.value;
    case "bool":
      return String(key.value);
    case "int":
      // The Go library refuses keys that only fit an unsigned integer.
      if (key.exact === undefined) return String(key.value);
      return key.exact > int64.most ? undefined : String(key.exact);
    case "float":
      return floatKey(key.value);
    case "null":
      return undefined;
  }
}

/** Go's `strconv.FormatFloat(value, 'g', -1, 32)`: the shortest digits that give the same 32-bit float. */
function floatKey(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return single > 0 ? ".inf" : "-.inf";
  if (single === 0) return Object.is(single, -0) ? "-0" : "0";
  const shortest = shortestSingle(single);
  const [digits = "", exponentText = "0"] = shortest.split("e");
  const exponent = Number(exponentText);
  // 'g' with the shortest precision changes to the exponent form below 1e-4 and from 1e6 on.
  if (exponent >= -4 && exponent < 6) return String(Number(shortest));
  const sign = exponent < 0 ? "-" : "+";
  return `${digits}e${sign}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

function shortestSingle(single: number): string {
  for (let precision = 0; precision < 9; precision++) {
    const text = single.toExponential(precision);
    if (Math.fround(Number(text)) === single) return text;
  }
  return single.toExponential(9);
}
