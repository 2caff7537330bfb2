import { COLLECTION_STYLE, EVENT_ID, type Event } from "js-yaml";
import { resolveAliases } from "./aliases.js";
import type { EventStream } from "./events.js";
import { isMerge, resolveScalar } from "./event-scalar.js";
import { after, endOf, startOf, type TagHandles } from "./nodes.js";
import { keyText } from "./scalars.js";
import type { PathSegment } from "./types.js";

/** The extent of a value in the parsed text. */
export interface Extent {
  readonly start: number;
  readonly end: number;
  /** How many segments of the asked path exist. */
  readonly found: number;
}

/** Where the values of one document stand. Children are indexed when a path first goes through them. */
export interface Positions {
  find(path: readonly PathSegment[]): Extent;
}

interface Entry {
  /** Event index of the key; for an element of a list, of the element itself. */
  readonly key: number;
  readonly value: number;
}

interface Document {
  readonly text: string;
  readonly events: readonly Event[];
  readonly handles: TagHandles;
  readonly aliases: ReadonlyMap<number, number>;
  readonly children: Map<number, ReadonlyMap<PathSegment, Entry>>;
}

/** Indexes the first document of an event stream that composes without a refusal. */
export function positionsOf(stream: EventStream): Positions {
  const { text, events } = stream;
  const first = events[0];
  const directives = first?.type === EVENT_ID.DOCUMENT ? first.directives : [];
  const handles = new Map(directives.flatMap((d) => (d.kind === "tag" ? [[d.handle, d.prefix] as const] : [])));
  const aliases = resolveAliases(text, events);
  const document: Document = {
    text,
    events,
    handles,
    aliases: "code" in aliases ? new Map() : aliases,
    children: new Map(),
  };
  return {
    find(path) {
      const { start, end, found } = find(document, path);
      return { start: stream.original(Math.max(start, 0)), end: stream.original(Math.max(end, start, 0)), found };
    },
  };
}

function find(document: Document, path: readonly PathSegment[]): Extent {
  let entry: Entry = { key: 1, value: 1 };
  // An empty value (`key:`, a lone dash) has no text: what shows it is its key, or the key of the list around it.
  let shown = extentOf(document, headOf(document, entry.key));
  for (const [found, segment] of path.entries()) {
    const next = childrenOf(document, entry.value).get(segment);
    if (next === undefined) return { ...shown, found };
    entry = next;
    const key = extentOf(document, headOf(document, entry.key));
    if (key.start >= 0) shown = key;
  }
  const value = extentOf(document, entry.value);
  return { ...(value.start < 0 ? shown : value), found: path.length };
}

/** A block mapping that only stands for what it lacks is shown by its first key, not in its whole length. */
function headOf(document: Document, index: number): number {
  const isMapping = document.events[index]?.type === EVENT_ID.MAPPING;
  return isMapping && !closes(document, index + 1) ? index + 1 : index;
}

function childrenOf(document: Document, index: number): ReadonlyMap<PathSegment, Entry> {
  const target = document.aliases.get(index) ?? index;
  const known = document.children.get(target);
  if (known !== undefined) return known;
  const children = new Map<PathSegment, Entry>();
  const event = document.events[target];
  if (event?.type === EVENT_ID.MAPPING) addEntries(document, target, children);
  if (event?.type === EVENT_ID.SEQUENCE) {
    for (const [position, element] of elementsOf(document, target).entries()) {
      children.set(position, { key: element, value: element });
    }
  }
  document.children.set(target, children);
  return children;
}

function elementsOf(document: Document, index: number): readonly number[] {
  const elements: number[] = [];
  for (let at = index + 1; !closes(document, at); at = after(document.events, at)) elements.push(at);
  return elements;
}

function closes(document: Document, index: number): boolean {
  const event = document.events[index];
  return event === undefined || event.type === EVENT_ID.POP;
}

/** Adds the entries of a mapping in the order that decides the value: the last one that sets a key is the one shown. */
function addEntries(document: Document, index: number, children: Map<PathSegment, Entry>): void {
  for (let key = index + 1; !closes(document, key);) {
    const value = after(document.events, key);
    const keyEvent = document.events[document.aliases.get(key) ?? key];
    if (keyEvent?.type === EVENT_ID.SCALAR) {
      if (isMerge(document.text, keyEvent, document.handles)) addMerged(document, value, children);
      else {
        const resolved = resolveScalar(document.text, keyEvent, document.handles);
        const name = resolved.type === "refused" ? undefined : keyText(resolved);
        if (name !== undefined) children.set(name, { key, value });
      }
    }
    key = after(document.events, value);
  }
}

function addMerged(document: Document, index: number, children: Map<PathSegment, Entry>): void {
  const target = document.aliases.get(index) ?? index;
  const event = document.events[target];
  if (event?.type === EVENT_ID.MAPPING) addEntries(document, target, children);
  if (event?.type === EVENT_ID.SEQUENCE) {
    for (const element of [...elementsOf(document, target)].reverse()) addMerged(document, element, children);
  }
}

function extentOf(document: Document, index: number): { readonly start: number; readonly end: number } {
  const event = document.events[index];
  if (event === undefined) return { start: 0, end: 0 };
  const start = startOf(document.text, event);
  if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
    return { start, end: collectionEnd(document, index, event) };
  }
  return { start, end: Math.max(endOf(event), start) };
}

/** A flow collection ends after its bracket, a block collection with its last value that has text. */
function collectionEnd(document: Document, index: number, event: Event): number {
  const past = after(document.events, index);
  const start = startOf(document.text, event);
  let end = start;
  for (let at = past - 1; at > index; at--) {
    const inner = document.events[at];
    if (inner === undefined) continue;
    const innerEnd = endOf(inner);
    if (innerEnd >= 0) {
      end = innerEnd;
      break;
    }
  }
  const opening = document.text[start];
  const isFlow = "style" in event && event.style === COLLECTION_STYLE.FLOW && (opening === "[" || opening === "{");
  return isFlow ? flowEnd(document, index, past) : end;
}

/** Events carry no closing bracket: it is the next one outside comments after the last inner value. */
function flowEnd(document: Document, index: number, past: number): number {
  const opening = startOf(document.text, document.events[index] as Event);
  let at = opening + 1;
  let nested = 0;
  for (let inner = index + 1; inner < past - 1; inner++) {
    const event = document.events[inner];
    if (event === undefined) continue;
    at = Math.max(at, endOf(event), startOf(document.text, event) + 1);
  }
  for (let inner = past - 2; inner > index && document.events[inner]?.type === EVENT_ID.POP; inner--) nested++;
  const closing = /#[^\n]*|[\]}]/g;
  closing.lastIndex = at;
  for (let match = closing.exec(document.text); match !== null; match = closing.exec(document.text)) {
    if (!match[0].startsWith("#") && nested-- === 0) return match.index + 1;
  }
  return at;
}
