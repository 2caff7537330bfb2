import { EVENT_ID } from "js-yaml";
import { parseBlock } from "./block.js";
import { compose } from "./compose.js";
import { readEvents, type EventStream } from "./events.js";
import { parseJsonText } from "./json-text.js";
import { startOf } from "./nodes.js";
import type { Refusal } from "./refusal.js";
import type { Budget, Json } from "./types.js";

/** A value of the text between two document separators. A JSON text may hold several. */
export interface Parsed {
  readonly value: Json;
  /** The part of the text to parse again for positions. */
  readonly start: number;
  readonly end: number;
}

export interface ParseResult {
  readonly values: readonly Parsed[];
  /** Refused parts and, beside a value, what is wrong with it. */
  readonly refusals: readonly Refusal[];
}

/** Reads the text between two document separators. Only comments and space is no value at all. */
export function parseText(text: string, budget: Budget): ParseResult {
  if (text.length > budget.documentLength) return tooLong(text, budget.documentLength);
  if (startsWithBrace(text)) {
    const parts = parseJsonText(text, budget.depth);
    if (parts !== undefined) return { values: parts, refusals: [] };
  }
  const block = parseBlock(text, budget.depth);
  if (block !== undefined) return { values: [{ value: block.value, start: 0, end: text.length }], refusals: [] };
  return parseYaml(text, budget);
}

function tooLong(text: string, limit: number): ParseResult {
  const message = `a document of ${text.length} characters; the limit is ${limit}`;
  return { values: [], refusals: [{ code: "INPUT1003", message, offset: 0 }] };
}

function startsWithBrace(text: string): boolean {
  return text.charAt(text.search(/\S/)) === "{";
}

/** Line breaks of YAML 1.1 that YAML 1.2 and every editor take as plain characters: they could hide keys in a comment. */
const oldLineBreak = /[\u0085\u2028\u2029]/;

/** Reads any YAML; {@link parseText} comes here for what its two fast ways leave. */
export function parseYaml(text: string, budget: Budget): ParseResult {
  const limit = Math.floor(budget.documentLength / 4);
  if (text.length > limit) return tooLong(text, limit);
  const hidden = text.search(oldLineBreak);
  if (hidden >= 0) {
    const message = "an invisible line break (U+0085, U+2028 or U+2029)";
    return { values: [], refusals: [{ code: "INPUT2001", message, offset: hidden }] };
  }
  const stream = readEvents(text, budget.depth);
  if ("code" in stream) return { values: [], refusals: [stream] };
  if (stream.events.length === 0) return { values: [], refusals: [] };
  const composed = compose(stream.text, stream.events, budget);
  const inAsked = (refusal: Refusal): Refusal => ({ ...refusal, offset: stream.original(Math.max(refusal.offset, 0)) });
  if ("code" in composed) return { values: [], refusals: [inAsked(composed)] };
  const refusals = [...composed.warnings, ...ignoredDocument(stream)].map(inAsked);
  return { values: [{ value: composed.value, start: 0, end: text.length }], refusals };
}

/** go-yaml reads one document of a text and stops, so what follows `...` is lost without a word. */
function ignoredDocument(stream: EventStream): readonly Refusal[] {
  const second = stream.events.findIndex((event, index) => index > 0 && event.type === EVENT_ID.DOCUMENT);
  const content = second < 0 ? undefined : stream.events[second + 1];
  if (content === undefined) return [];
  const offset = startOf(stream.text, content);
  return [{ code: "INPUT2012", message: "kubectl does not read what follows the end of this document", offset }];
}
