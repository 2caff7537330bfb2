import type { Json } from "./types.js";

/** One JSON value of a text, with where it stands. */
export interface JsonPart {
  readonly value: Json;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a text that starts with `{` as kubectl reads it: as JSON values one after the other. Undefined when it is not that,
 * or when an object has two equal keys; the YAML parser then says what is wrong and where.
 */
export function parseJsonText(text: string, depth: number): readonly JsonPart[] | undefined {
  const whole = parseOne(text, 0, text.length, depth);
  if (whole !== undefined) return [whole];
  const ends = valueEnds(text);
  if (ends.length < 2) return undefined;
  const parts: JsonPart[] = [];
  let start = 0;
  for (const end of ends) {
    const part = parseOne(text, start, end, depth);
    if (part === undefined) return undefined;
    parts.push(part);
    start = end;
  }
  return text.slice(start).trim() === "" ? parts : undefined;
}

function parseOne(text: string, from: number, to: number, depth: number): JsonPart | undefined {
  const source = text.slice(from, to);
  try {
    const value = JSON.parse(source) as Json;
    const members = normalise(value, depth, /\\u[dD][89a-fA-F]/.test(source));
    if (members === undefined || members !== countMembers(source)) return undefined;
    return { value, start: from + source.search(/\S/), end: to };
  } catch {
    // What is wrong, and where, is for the YAML parser to say.
    return undefined;
  }
}

/**
 * Counts the members of all objects and, where the text has surrogate escapes, makes strings well-formed in place.
 * Undefined when the value is too deep. Negative zero becomes zero, as in Go.
 */
function normalise(root: Json, depth: number, mend: boolean): number | undefined {
  let members = 0;
  const visit = (value: Json, left: number): Json | undefined => {
    if (typeof value === "string") return mend ? value.toWellFormed() : value;
    if (typeof value === "number") return Number.isFinite(value) ? value + 0 : undefined;
    if (typeof value !== "object" || value === null) return value;
    if (left === 0) return undefined;
    const container = value as Record<string, Json>;
    const keys = Object.keys(container);
    if (!Array.isArray(value)) members += keys.length;
    for (const key of keys) {
      const child = container[key] as Json;
      const normal = visit(child, left - 1);
      if (normal === undefined || (mend && !key.isWellFormed())) return undefined;
      if (!Object.is(normal, child)) container[key] = normal;
    }
    return value;
  };
  return visit(root, depth) === undefined ? undefined : members;
}

/** The number of members that the text writes: its colons outside strings. */
function countMembers(text: string): number {
  let count = 0;
  scan(text, (character) => {
    if (character === colon) count++;
  });
  return count;
}

function valueEnds(text: string): readonly number[] {
  const ends: number[] = [];
  let open = 0;
  scan(text, (character, offset) => {
    if (character === openBrace || character === openBracket) open++;
    else if ((character === closeBrace || character === closeBracket) && --open === 0) ends.push(offset + 1);
  });
  return ends;
}

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** Visits every character outside strings. */
function scan(text: string, visit: (character: number, offset: number) => void): void {
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === quote) at = closingQuote(text, at);
    else visit(character, at);
  }
}

function closingQuote(text: string, opening: number): number {
  for (let at = text.indexOf('"', opening + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === backslash) backslashes++;
    if (backslashes % 2 === 0) return at;
  }
  return text.length;
}
