import { isSurelyText, resolvePlain } from "./scalars.js";
import type { Json } from "./types.js";

/** A collection and the offset after its closing bracket. */
interface Read<Value> {
  readonly value: Value;
  readonly next: number;
}

/**
 * Reads a flow list or mapping that stands on one line and holds words, numbers, quoted scalars without escapes, and others like
 * itself: `["sh", "-c"]`, `{ cpu: 100m, memory: 128Mi }`. Answers undefined for everything else, also for what is merely unusual,
 * for then the full parser reads the document. `depth` is how many levels may still be opened.
 */
export function readFlow(text: string, at: number, end: number, depth: number): Read<Json> | undefined {
  if (depth === 0) return undefined;
  const first = text.charCodeAt(at);
  if (first === openBracket) return readList(text, at, end, depth - 1);
  return first === openBrace ? readMapping(text, at, end, depth - 1) : undefined;
}

const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const comma = 0x2c;
const colon = 0x3a;
const space = 0x20;
const doubleQuote = 0x22;
const singleQuote = 0x27;
const backslash = 0x5c;

/** What a word is made of; a dash cannot begin one. Colons and the like have rules of their own in flow collections. */
const wordCharacter = /[\w./-]/;
const isWord = Uint8Array.from({ length: 128 }, (_, code) => (wordCharacter.test(String.fromCharCode(code)) ? 1 : 0));
const dash = 0x2d;

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === space) at++;
  return at;
}

function readList(text: string, from: number, end: number, depth: number): Read<Json> | undefined {
  const list: Json[] = [];
  let at = skipSpaces(text, from + 1, end);
  if (text.charCodeAt(at) === closeBracket && at < end) return { value: list, next: at + 1 };
  while (at < end) {
    const element = readNode(text, at, end, depth);
    if (element === undefined) return undefined;
    list.push(element.value);
    at = skipSpaces(text, element.next, end);
    const after = text.charCodeAt(at);
    if (after === closeBracket && at < end) return { value: list, next: at + 1 };
    if (after !== comma) return undefined;
    at = skipSpaces(text, at + 1, end);
  }
  return undefined;
}

function readMapping(text: string, from: number, end: number, depth: number): Read<Json> | undefined {
  const mapping: Record<string, Json> = {};
  let at = skipSpaces(text, from + 1, end);
  if (text.charCodeAt(at) === closeBrace && at < end) return { value: mapping, next: at + 1 };
  while (at < end) {
    const key = readKey(text, at, end);
    // A key that comes twice is the full parser's to report.
    if (key === undefined || Object.hasOwn(mapping, key.value)) return undefined;
    const node = readNode(text, skipSpaces(text, key.next, end), end, depth);
    if (node === undefined) return undefined;
    mapping[key.value] = node.value;
    at = skipSpaces(text, node.next, end);
    const after = text.charCodeAt(at);
    if (after === closeBrace && at < end) return { value: mapping, next: at + 1 };
    if (after !== comma) return undefined;
    at = skipSpaces(text, at + 1, end);
  }
  return undefined;
}

/** Reads a key with its colon and the space after it. */
function readKey(text: string, at: number, end: number): Read<string> | undefined {
  const scalar = readScalar(text, at, end);
  if (scalar === undefined || text.charCodeAt(scalar.next) !== colon || text.charCodeAt(scalar.next + 1) !== space) {
    return undefined;
  }
  const { value, next } = scalar;
  // A key such as `on` or `1` is not the text it looks like.
  return typeof value === "string" && value !== "__proto__" && value !== "<<" && value.length < 1000
    ? { value, next: next + 1 }
    : undefined;
}

function readNode(text: string, at: number, end: number, depth: number): Read<Json> | undefined {
  const first = text.charCodeAt(at);
  if (first === openBracket || first === openBrace) return readFlow(text, at, end, depth);
  return readScalar(text, at, end);
}

function readScalar(text: string, at: number, end: number): Read<Json> | undefined {
  const first = text.charCodeAt(at);
  if (first === doubleQuote || first === singleQuote) return readQuoted(text, at, end);
  let stop = at;
  while (stop < end && isWord[text.charCodeAt(stop)] === 1) stop++;
  if (stop === at || first === dash || stop === end) return undefined;
  const word = text.slice(at, stop);
  if (isSurelyText(first)) return { value: word, next: stop };
  const resolved = resolvePlain(word);
  if (resolved.type === "float" || (resolved.type === "int" && resolved.exact !== undefined)) return undefined;
  return { value: resolved.value, next: stop };
}

function readQuoted(text: string, at: number, end: number): Read<string> | undefined {
  const quote = text.charCodeAt(at);
  for (let stop = at + 1; stop < end; stop++) {
    const character = text.charCodeAt(stop);
    if (character === backslash && quote === doubleQuote) return undefined;
    if (character !== quote) continue;
    return quote === singleQuote && text.charCodeAt(stop + 1) === singleQuote
      ? undefined
      : { value: text.slice(at + 1, stop), next: stop + 1 };
  }
  return undefined;
}
