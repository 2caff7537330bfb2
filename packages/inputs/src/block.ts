import { readFlow } from "./flow.js";
import { isSurelyText, resolvePlain } from "./scalars.js";
import type { Json } from "./types.js";

/**
 * A parser for the plain block style that most manifests are written in, several times as fast as one for all of YAML.
 *
 * It knows block mappings and sequences, plain scalars and quoted ones without escapes on one line, literal blocks with no
 * indentation digit, and flow collections of simple scalars on one line, in printable ASCII. Whatever else it meets, or doubts,
 * makes it answer undefined, and the full parser reads the document: it never reports an error and never guesses. The tests
 * hold its answers equal to those of the full parser and of the Go library. Text of comments and space alone is null.
 */
export function parseBlock(text: string, depth: number): { readonly value: Json } | undefined {
  if (unusualCharacter.test(text)) return undefined;
  const reader: Reader = { text, line: 0, at: 0, end: 0, indent: 0, depth };
  nextLine(reader, 0);
  if (reader.line < 0) return { value: null };
  if (reader.indent !== 0) return undefined;
  const value = readBlock(reader);
  return value === unsure || reader.line >= 0 ? undefined : { value };
}

/** Anything that is not printable ASCII or a line feed: tabs, carriage returns, old line breaks, control characters. */
const unusualCharacter = /[^\n\x20-\x7e]/;

/** The full parser must decide. */
const unsure = Symbol("unsure");
type Maybe<Value> = Value | typeof unsure;

interface Reader {
  readonly text: string;
  /** Offset of the current line, or -1 after the last one. Blank lines and comments are never current. */
  line: number;
  /** Offset of its first character that is no space. */
  at: number;
  /** Offset of its line feed, or of the end of the text. */
  end: number;
  indent: number;
  /** Levels that may still be opened. */
  depth: number;
}

const space = 0x20;
const hash = 0x23;
const dash = 0x2d;
const colon = 0x3a;
const doubleQuote = 0x22;
const singleQuote = 0x27;
const pipe = 0x7c;

/** go-yaml refuses longer keys. */
const longestKey = 1000;

function nextLine(reader: Reader, from: number): void {
  const { text } = reader;
  for (let line = from; line < text.length;) {
    const found = text.indexOf("\n", line);
    const end = found < 0 ? text.length : found;
    let at = line;
    while (at < end && text.charCodeAt(at) === space) at++;
    if (at < end && text.charCodeAt(at) !== hash) {
      reader.line = line;
      reader.at = at;
      reader.end = end;
      reader.indent = at - line;
      return;
    }
    line = end + 1;
  }
  reader.line = -1;
  reader.indent = -1;
}

function readBlock(reader: Reader): Maybe<Json> {
  if (reader.depth === 0) return unsure;
  reader.depth--;
  const value = isDash(reader, reader.at) ? readSequence(reader, reader.indent) : readMapping(reader, reader.indent);
  reader.depth++;
  return value;
}

function isDash({ text, end }: Reader, at: number): boolean {
  return text.charCodeAt(at) === dash && (at + 1 === end || text.charCodeAt(at + 1) === space);
}

function readMapping(reader: Reader, indent: number): Maybe<Json> {
  const mapping: Record<string, Json> = {};
  let count = 0;
  do {
    const key = readKey(reader);
    if (key === unsure) return unsure;
    count++;
    const value = readValue(reader, indent, true);
    if (value === unsure) return unsure;
    mapping[key] = value;
  } while (reader.indent === indent && !isDash(reader, reader.at));
  // Fewer keys than entries: one came twice.
  return reader.indent >= indent || Object.keys(mapping).length !== count ? unsure : mapping;
}

/** Reads a key and leaves `at` after its colon. */
function readKey(reader: Reader): Maybe<string> {
  const { text, at, end } = reader;
  const first = text.charCodeAt(at);
  if (first === doubleQuote || first === singleQuote) {
    const close = simpleQuoteEnd(reader, at);
    if (close < 0 || text.charCodeAt(close + 1) !== colon) return unsure;
    reader.at = close + 2;
    return checkedKey(reader, text.slice(at + 1, close));
  }
  let stop = at;
  while (stop < end && keyCharacters[text.charCodeAt(stop)] === 1) stop++;
  if (stop === at || text.charCodeAt(stop) !== colon || first === dash || text.startsWith("...", at)) return unsure;
  reader.at = stop + 1;
  const key = text.slice(at, stop);
  // A key such as `on` or `1` is not the text it looks like.
  if (!isSurelyText(first) && resolvePlain(key).type !== "str") return unsure;
  return checkedKey(reader, key);
}

/** The colon of a key must end its line or stand before a space. */
function checkedKey({ text, at, end }: Reader, key: string): Maybe<string> {
  const isKey = at === end || (at < end && text.charCodeAt(at) === space);
  return isKey && key.length <= longestKey && key !== "__proto__" ? key : unsure;
}

const keyCharacters = characterSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-");

function characterSet(characters: string): Uint8Array {
  const set = new Uint8Array(128);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
}

/** The closing quote of a quoted scalar on one line, or -1; escapes of either style are for the full parser. */
function simpleQuoteEnd({ text, end }: Reader, at: number): number {
  const quote = text.charCodeAt(at);
  const close = text.indexOf(quote === doubleQuote ? '"' : "'", at + 1);
  if (close < 0 || close >= end) return -1;
  if (quote === singleQuote) return text.charCodeAt(close + 1) === singleQuote ? -1 : close;
  const escape = text.indexOf("\\", at + 1);
  return escape < 0 || escape > close ? close : -1;
}

function readSequence(reader: Reader, indent: number): Maybe<Json> {
  const sequence: Json[] = [];
  do {
    const dashAt = reader.at;
    reader.at++;
    const element = readElement(reader, indent, dashAt);
    if (element === unsure) return unsure;
    sequence.push(element);
  } while (reader.indent === indent && isDash(reader, reader.at));
  return reader.indent > indent ? unsure : sequence;
}

function readElement(reader: Reader, indent: number, dashAt: number): Maybe<Json> {
  const { text, end } = reader;
  let at = dashAt + 1;
  while (at < end && text.charCodeAt(at) === space) at++;
  if (at < end && startsMapping(reader, at)) {
    if (reader.depth === 0) return unsure;
    reader.depth--;
    reader.at = at;
    const mapping = readMapping(reader, indent + at - dashAt);
    reader.depth++;
    return mapping;
  }
  return readValue(reader, indent, false);
}

/** Whether `- ` is followed by a key; a colon inside a quoted or plain scalar makes none. */
function startsMapping(reader: Reader, at: number): boolean {
  const { text, end } = reader;
  const first = text.charCodeAt(at);
  if (first === doubleQuote || first === singleQuote) {
    const close = simpleQuoteEnd(reader, at);
    return close > 0 && text.charCodeAt(close + 1) === colon;
  }
  let stop = at;
  while (stop < end && keyCharacters[text.charCodeAt(stop)] === 1) stop++;
  if (stop === at || text.charCodeAt(stop) !== colon) return false;
  return stop + 1 === end || text.charCodeAt(stop + 1) === space;
}

/** Reads what follows a key or a dash, and goes to the line after it. `indent` is the column of the key or dash. */
function readValue(reader: Reader, indent: number, ofMapping: boolean): Maybe<Json> {
  const { text, end } = reader;
  let at = reader.at;
  while (at < end && text.charCodeAt(at) === space) at++;
  const isComment = at < end && text.charCodeAt(at) === hash;
  if (at === end || isComment) {
    nextLine(reader, end + 1);
    if (reader.indent > indent) return readBlock(reader);
    // A list may stand at the column of its key.
    const isList = ofMapping && reader.indent === indent && isDash(reader, reader.at);
    if (!isList) return null;
    if (reader.depth === 0) return unsure;
    reader.depth--;
    const list = readSequence(reader, indent);
    reader.depth++;
    return list;
  }
  if (text.charCodeAt(at) === pipe) return readLiteral(reader, at, indent);
  const value = readInline(reader, at);
  if (value === unsure) return unsure;
  nextLine(reader, end + 1);
  // A deeper line would go on with the scalar.
  return reader.indent > indent ? unsure : value;
}

function readInline(reader: Reader, at: number): Maybe<Json> {
  const { text, end } = reader;
  const first = text.charCodeAt(at);
  if (first === doubleQuote || first === singleQuote) {
    const close = simpleQuoteEnd(reader, at);
    return close >= 0 && isRestEmpty(reader, close + 1) ? text.slice(at + 1, close) : unsure;
  }
  if (plainStart[first] === 1) return readPlain(reader, at);
  const flow = readFlow(text, at, end, reader.depth);
  return flow !== undefined && isRestEmpty(reader, flow.next) ? flow.value : unsure;
}

/** Characters that begin a plain scalar and are no indicator; a leading `-` is checked apart. */
const plainStart = characterSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./$(~+-");

function isRestEmpty({ text, end }: Reader, from: number): boolean {
  let at = from;
  while (at < end && text.charCodeAt(at) === space) at++;
  return at === end || (at > from && text.charCodeAt(at) === hash);
}

function readPlain(reader: Reader, start: number): Maybe<Json> {
  const { text, end } = reader;
  const first = text.charCodeAt(start);
  if (first === dash && isDash(reader, start)) return unsure;
  let last = start;
  for (let at = start; at < end; at++) {
    const character = text.charCodeAt(at);
    if (character === space) continue;
    const follows = text.charCodeAt(at + 1);
    if (character === colon && (at + 1 === end || follows === space)) return unsure;
    if (character === hash && text.charCodeAt(at - 1) === space) break;
    last = at;
  }
  const scalar = text.slice(start, last + 1);
  // At the first column `---` and `...` would end the document; the splitter knows only the first.
  if (scalar.startsWith("...")) return unsure;
  if (isSurelyText(first)) return scalar;
  const resolved = resolvePlain(scalar);
  if (resolved.type === "float")
    return Number.isFinite(resolved.value) && resolved.value !== 0 ? resolved.value : unsure;
  return resolved.value;
}

const literalHeader = /^\|(-?) *(?: #.*)?$/;

/** `|` and `|-` whose content has its own indentation in the first line. */
function readLiteral(reader: Reader, at: number, indent: number): Maybe<Json> {
  const { text } = reader;
  const header = literalHeader.exec(text.slice(at, reader.end));
  if (header === null) return unsure;
  const first = reader.end + 1;
  let column = 0;
  while (text.charCodeAt(first + column) === space) column++;
  const isBlank = first + column >= text.length || text.charCodeAt(first + column) === 0x0a;
  // Without a last line feed the chomping differs.
  if (isBlank || column <= indent || !text.endsWith("\n")) return unsure;
  const lines: string[] = [];
  let line = first;
  while (line < text.length) {
    const found = text.indexOf("\n", line);
    const end = found < 0 ? text.length : found;
    let spaces = line;
    while (spaces < end && text.charCodeAt(spaces) === space) spaces++;
    if (spaces < end && spaces - line < column) break;
    // Spaces alone are content when they go beyond the block's column, and parsers differ about the last such line.
    if (spaces === end && spaces - line > column) return unsure;
    lines.push(text.slice(Math.min(line + column, end), end));
    line = end + 1;
  }
  nextLine(reader, line);
  // What is left of a block that ends less indented, but deeper than its key, is an error or a comment.
  if (reader.indent > indent) return unsure;
  while (lines.length > 1 && lines.at(-1) === "") lines.pop();
  const content = lines.join("\n");
  return header[1] === "-" ? content : `${content}\n`;
}
