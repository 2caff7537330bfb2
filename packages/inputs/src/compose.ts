import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from "js-yaml";
import { resolveAliases } from "./aliases.js";
import { isMerge, isSimpleText, resolveScalar } from "./event-scalar.js";
import { after, isPlain, startOf, type TagHandles } from "./nodes.js";
import type { Refusal } from "./refusal.js";
import { keyText } from "./scalars.js";
import type { Budget, Json } from "./types.js";

/** The value of a document, and what was wrong with it without making it unreadable. */
export interface Composed {
  readonly value: Json;
  readonly warnings: readonly Refusal[];
}

type MutableObject = Record<string, Json>;

interface Composer {
  readonly text: string;
  readonly events: readonly Event[];
  readonly handles: TagHandles;
  readonly budget: Pick<Budget, "depth" | "aliasNodes">;
  /** Event index of an alias -> event index of the node it names at that place. */
  readonly aliases: ReadonlyMap<number, number>;
  readonly hasMerges: boolean;
  readonly warnings: Refusal[];
  /** Nodes being expanded: meeting one again means that it contains itself. */
  readonly expanding: Set<number>;
  /** Index of the next event. */
  next: number;
  depth: number;
  aliasNodes: number;
  /** The first reason against the document; from then on every list and mapping ends at once. */
  refusal: Refusal | undefined;
}

/**
 * Builds the value of the first document of `events` as go-yaml v2 does it: keys in document order, so that a merge key
 * replaces what stands before it and gives way to what follows; the last of two equal keys wins; tags of lists and maps
 * are ignored. Every place gets a tree of its own.
 */
export function compose(
  text: string,
  events: readonly Event[],
  budget: Pick<Budget, "depth" | "aliasNodes">,
): Composed | Refusal {
  const aliases = resolveAliases(text, events);
  if ("code" in aliases) return aliases;
  const composer: Composer = {
    text,
    events,
    handles: tagHandles(events[0]),
    budget,
    aliases,
    hasMerges: text.includes("<<"),
    warnings: [],
    expanding: new Set(),
    next: 1,
    depth: 0,
    aliasNodes: 0,
    refusal: undefined,
  };
  const value = node(composer);
  return composer.refusal ?? { value, warnings: composer.warnings };
}

function tagHandles(document: Event | undefined): TagHandles {
  const handles = new Map<string, string>();
  if (document?.type !== EVENT_ID.DOCUMENT) return handles;
  for (const directive of document.directives) {
    if (directive.kind === "tag") handles.set(directive.handle, directive.prefix);
  }
  return handles;
}

function refuse(composer: Composer, code: Refusal["code"], message: string, offset: number): void {
  composer.refusal ??= { code, message, offset };
}

function node(composer: Composer): Json {
  const index = composer.next++;
  const event = composer.events[index];
  if (event === undefined || composer.refusal !== undefined) return null;
  if (composer.expanding.size > 0) chargeAlias(composer, startOf(composer.text, event));
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return scalarValue(composer, event);
    case EVENT_ID.MAPPING:
      enter(composer, event.start);
      return leave(composer, mapping(composer, event));
    case EVENT_ID.SEQUENCE:
      enter(composer, event.start);
      return leave(composer, sequence(composer, event));
    case EVENT_ID.ALIAS:
      return expand(composer, index, () => node(composer));
    case EVENT_ID.DOCUMENT:
    case EVENT_ID.POP:
      return null;
  }
}

function enter(composer: Composer, offset: number): void {
  if (++composer.depth > composer.budget.depth) {
    refuse(composer, "INPUT2011", `nested deeper than ${composer.budget.depth} levels`, offset);
  }
}

function leave<Value>(composer: Composer, value: Value): Value {
  composer.depth--;
  return value;
}

/**
 * Runs `build` on the node that an alias names, then goes on after the alias. The alias itself costs a value and a level:
 * merges of empty maps and chains of merges would otherwise be free.
 */
function expand<Result>(composer: Composer, alias: number, build: () => Result): Result {
  const target = composer.aliases.get(alias) ?? 0;
  const event = composer.events[alias];
  const offset = event === undefined ? 0 : startOf(composer.text, event);
  if (composer.expanding.has(target))
    refuse(composer, "INPUT2010", "the alias stands inside the value it names", offset);
  chargeAlias(composer, offset);
  enter(composer, offset);
  composer.expanding.add(target);
  const resume = composer.next;
  composer.next = target;
  const result = build();
  composer.next = resume;
  composer.expanding.delete(target);
  return leave(composer, result);
}

function chargeAlias(composer: Composer, offset: number): void {
  if (++composer.aliasNodes > composer.budget.aliasNodes) {
    refuse(composer, "INPUT2010", `aliases add more than ${composer.budget.aliasNodes} values`, offset);
  }
}

function sequence(composer: Composer, event: SequenceEvent): Json {
  const list: Json[] = [];
  while (!ends(composer)) {
    if (event.style === COLLECTION_STYLE.FLOW) refuseDoubtful(composer, composer.events[composer.next] ?? event);
    list.push(node(composer));
  }
  composer.next++;
  return list;
}

function ends(composer: Composer): boolean {
  const event = composer.events[composer.next];
  return composer.refusal !== undefined || event === undefined || event.type === EVENT_ID.POP;
}

function mapping(composer: Composer, event: MappingEvent): Json {
  const target: MutableObject = {};
  entries(composer, event, target);
  return target;
}

/** Writes the entries of a mapping into `target`, which a merge shares with the mapping around it. */
function entries(composer: Composer, mappingEvent: MappingEvent, target: MutableObject): void {
  // Only a merge makes keys that the mapping itself does not write.
  const seen = composer.hasMerges ? new Set<string>() : undefined;
  while (!ends(composer)) {
    const event = composer.events[composer.next] ?? mappingEvent;
    if (composer.hasMerges && isMergeKey(composer, event)) {
      composer.next++;
      merge(composer, target);
      continue;
    }
    if (mappingEvent.style === COLLECTION_STYLE.FLOW) refuseDoubtful(composer, event);
    const key = keyOf(composer);
    if (key === undefined) return;
    if (mappingEvent.style === COLLECTION_STYLE.FLOW) refuseDoubtful(composer, composer.events[composer.next] ?? event);
    const value = node(composer);
    // A mapping that is expanded once more has been reported where it is written.
    if ((seen?.has(key) ?? Object.hasOwn(target, key)) && composer.expanding.size === 0) {
      warnDuplicate(composer, key, startOf(composer.text, event));
    }
    seen?.add(key);
    if (key === "__proto__") {
      Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
    } else target[key] = value;
  }
  composer.next++;
}

const mostDuplicates = 100;

function warnDuplicate({ warnings }: Composer, key: string, offset: number): void {
  if (warnings.length < mostDuplicates) {
    warnings.push({ code: "INPUT2004", message: `duplicate key \`${key}\``, offset });
  } else if (warnings.length === mostDuplicates) {
    warnings.push({ code: "INPUT2004", message: "more duplicate keys from here on", offset });
  }
}

/**
 * Refuses what YAML 1.2 and go-yaml read as different values inside brackets: `[x:]` is a key for one and text for the
 * other, `[?x]` likewise, and the tag of `[!x, y]` ends before the comma for one only.
 */
function refuseDoubtful(composer: Composer, event: Event): void {
  const { text } = composer;
  if (event.type !== EVENT_ID.SCALAR) return;
  if (event.tagStart >= 0 && text[event.tagEnd] === ",")
    refuse(composer, "INPUT2001", "a tag beside a comma", event.tagStart);
  if (!isPlain(event) || event.valueStart < 0) return;
  if (/^:[,[\]{}]/.test(text.slice(event.valueEnd, event.valueEnd + 2))) {
    refuse(composer, "INPUT2001", "a colon without a space after it", event.valueEnd);
  }
  if (text[event.valueStart] === "?")
    refuse(composer, "INPUT2001", "a `?` without quotes inside brackets", event.valueStart);
}

function isMergeKey(composer: Composer, event: Event): boolean {
  return event.type === EVENT_ID.SCALAR && isMerge(composer.text, event, composer.handles);
}

function merge(composer: Composer, target: MutableObject): void {
  const index = composer.next++;
  const event = composer.events[index];
  const source = event?.type === EVENT_ID.ALIAS ? composer.events[composer.aliases.get(index) ?? 0] : event;
  if (event?.type === EVENT_ID.SEQUENCE) return mergeAll(composer, event, target);
  if (event === undefined || source?.type !== EVENT_ID.MAPPING) {
    const offset = event === undefined ? 0 : startOf(composer.text, event);
    refuse(composer, "INPUT2009", "the value of a merge key is not a map", offset);
    return;
  }
  if (event.type !== EVENT_ID.ALIAS) return entries(composer, source, target);
  return expand(composer, index, () => {
    composer.next++;
    entries(composer, source, target);
  });
}

/** The last map of a merged list goes first, because earlier ones take precedence. */
function mergeAll(composer: Composer, event: SequenceEvent, target: MutableObject): void {
  const starts: number[] = [];
  while (!ends(composer)) {
    starts.push(composer.next);
    composer.next = after(composer.events, composer.next);
  }
  const resume = composer.next + 1;
  for (const start of starts.reverse()) {
    composer.next = start;
    if (composer.events[start]?.type === EVENT_ID.SEQUENCE) {
      refuse(composer, "INPUT2009", "a list inside the list of a merge key", event.start);
    }
    merge(composer, target);
  }
  composer.next = resume;
}

/** Undefined when the key was refused. */
function keyOf(composer: Composer): string | undefined {
  const index = composer.next;
  const at = composer.events[index];
  const target = at?.type === EVENT_ID.ALIAS ? composer.events[composer.aliases.get(index) ?? 0] : at;
  const offset = at === undefined ? 0 : startOf(composer.text, at);
  if (target?.type !== EVENT_ID.SCALAR) {
    refuse(composer, "INPUT2007", "a key is a list or an object", offset);
    return undefined;
  }
  composer.next++;
  if (isSimpleText(composer.text, target)) return composer.text.slice(target.valueStart, target.valueEnd);
  const resolved = resolveScalar(composer.text, target, composer.handles);
  if (resolved.type === "refused") {
    refuse(composer, resolved.code, resolved.message, offset);
    return undefined;
  }
  const key = keyText(resolved);
  if (key === undefined) refuse(composer, "INPUT2007", "a key is null or too large a number", offset);
  return key;
}

function scalarValue(composer: Composer, event: ScalarEvent): Json {
  if (isSimpleText(composer.text, event)) return composer.text.slice(event.valueStart, event.valueEnd);
  const resolved = resolveScalar(composer.text, event, composer.handles);
  if (resolved.type === "refused") {
    refuse(composer, resolved.code, resolved.message, startOf(composer.text, event));
    return null;
  }
  if (resolved.type !== "float") return resolved.value;
  // Negative zero has no JSON of its own in Go.
  if (Number.isFinite(resolved.value)) return resolved.value === 0 ? 0 : resolved.value;
  const shown = composer.text.slice(event.valueStart, event.valueEnd);
  refuse(composer, "INPUT2006", `\`${shown}\` is not a finite number`, startOf(composer.text, event));
  return null;
}
