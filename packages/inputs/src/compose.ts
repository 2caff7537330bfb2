import {
  COLLECTION_STYLE,
  EVENT_ID,
  SCALAR_STYLE,
  getScalarValue,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from "js-yaml";
import type { Refusal } from "./refusal.js";
import { isSurelyText, keyText, resolvePlain, resolveTagged, type Refused, type Resolved } from "./scalars.js";
import { isPlain, startOf, tagOf, type TagHandles } from "./nodes.js";
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
}

/** Ends the walk from any depth; it never leaves {@link compose}. */
class Refuse extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
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
  const handles = tagHandles(events[0]);
  try {
    const composer: Composer = {
      text,
      events,
      handles,
      budget,
      aliases: resolveAliases(text, events),
      hasMerges: text.includes("<<"),
      warnings: [],
      expanding: new Set(),
      next: 1,
      depth: 0,
      aliasNodes: 0,
    };
    return { value: node(composer), warnings: composer.warnings };
  } catch (error) {
    if (error instanceof Refuse) return error.refusal;
    throw error;
  }
}

function tagHandles(document: Event | undefined): TagHandles {
  const handles = new Map<string, string>();
  if (document?.type !== EVENT_ID.DOCUMENT) return handles;
  for (const directive of document.directives) {
    if (directive.kind === "tag") handles.set(directive.handle, directive.prefix);
  }
  return handles;
}

/** Which node each alias of the first document names. An anchor counts from its start on, so a node can name itself. */
export function resolveAliases(text: string, events: readonly Event[]): ReadonlyMap<number, number> {
  const aliases = new Map<number, number>();
  if (!/[*&]/.test(text)) return aliases;
  const anchors = new Map<string, number>();
  for (const [index, event] of events.entries()) {
    if (index > 0 && event.type === EVENT_ID.DOCUMENT) break;
    if (event.type === EVENT_ID.ALIAS) {
      const name = anchorName(text, event);
      const target = anchors.get(name);
      if (target === undefined) {
        throw new Refuse({ code: "INPUT2008", message: `unknown anchor \`${name}\``, offset: event.anchorStart - 1 });
      }
      aliases.set(index, target);
    } else if ("anchorStart" in event && event.anchorStart >= 0) {
      anchors.set(anchorName(text, event), index);
    }
  }
  return aliases;
}

/** YAML 1.2 lets an anchor hold nearly any character; go-yaml ends it at the first that is not one of these. */
function anchorName(text: string, { anchorStart, anchorEnd }: { anchorStart: number; anchorEnd: number }): string {
  const name = text.slice(anchorStart, anchorEnd);
  if (!/^[\w-]+$/.test(name)) refuse("INPUT2001", "an anchor holds letters, digits, `_` and `-` only", anchorStart);
  return name;
}

function refuse(code: Refusal["code"], message: string, offset: number): never {
  throw new Refuse({ code, message, offset });
}

function node(composer: Composer): Json {
  const index = composer.next++;
  const event = composer.events[index];
  if (event === undefined) return null;
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
    refuse("INPUT2011", `nested deeper than ${composer.budget.depth} levels`, offset);
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
  if (composer.expanding.has(target)) refuse("INPUT2010", "the alias stands inside the value it names", offset);
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
    refuse("INPUT2010", `aliases add more than ${composer.budget.aliasNodes} values`, offset);
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
  return event === undefined || event.type === EVENT_ID.POP;
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
function refuseDoubtful({ text }: Composer, event: Event): void {
  if (event.type !== EVENT_ID.SCALAR) return;
  if (event.tagStart >= 0 && text[event.tagEnd] === ",") refuse("INPUT2001", "a tag beside a comma", event.tagStart);
  if (!isPlain(event) || event.valueStart < 0) return;
  if (/^:[,[\]{}]/.test(text.slice(event.valueEnd, event.valueEnd + 2))) {
    refuse("INPUT2001", "a colon without a space after it", event.valueEnd);
  }
  if (text[event.valueStart] === "?") refuse("INPUT2001", "a `?` without quotes inside brackets", event.valueStart);
}

function isMergeKey(composer: Composer, event: Event): boolean {
  return event.type === EVENT_ID.SCALAR && isMerge(composer.text, event, composer.handles);
}

/** Whether a key is the merge key: a plain `<<`, or one under `!!merge`. */
export function isMerge(text: string, event: ScalarEvent, handles: TagHandles): boolean {
  if (event.valueEnd - event.valueStart !== 2 || text[event.valueStart] !== "<") return false;
  if (getScalarValue(text, event) !== "<<") return false;
  const tag = tagOf(text, event, handles);
  return tag === "tag:yaml.org,2002:merge" || tag === "!" || (tag === undefined && isPlain(event));
}

function merge(composer: Composer, target: MutableObject): void {
  const index = composer.next++;
  const event = composer.events[index];
  const source = event?.type === EVENT_ID.ALIAS ? composer.events[composer.aliases.get(index) ?? 0] : event;
  if (event?.type === EVENT_ID.SEQUENCE) return mergeAll(composer, event, target);
  if (event === undefined || source?.type !== EVENT_ID.MAPPING) {
    return refuse(
      "INPUT2009",
      "the value of a merge key is not a map",
      event === undefined ? 0 : startOf(composer.text, event),
    );
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
      refuse("INPUT2009", "a list inside the list of a merge key", event.start);
    }
    merge(composer, target);
  }
  composer.next = resume;
}

/** The index after the node that starts at `index`. */
export function after(events: readonly Event[], index: number): number {
  let open = 0;
  for (let at = index; at < events.length; at++) {
    const type = events[at]?.type;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) open++;
    else if (type === EVENT_ID.POP) open--;
    if (open === 0) return at + 1;
  }
  return events.length;
}

/** Whether a scalar is the text between its offsets, which most are. */
function isSimpleText(text: string, event: ScalarEvent): boolean {
  if (!event.fast || event.valueStart < 0 || event.tagStart >= 0) return false;
  return event.style !== SCALAR_STYLE.PLAIN || isSurelyText(text.charCodeAt(event.valueStart));
}

function keyOf(composer: Composer): string {
  const index = composer.next;
  const at = composer.events[index];
  const target = at?.type === EVENT_ID.ALIAS ? composer.events[composer.aliases.get(index) ?? 0] : at;
  const offset = at === undefined ? 0 : startOf(composer.text, at);
  if (target?.type !== EVENT_ID.SCALAR) return refuse("INPUT2007", "a key is a list or an object", offset);
  composer.next++;
  if (isSimpleText(composer.text, target)) return composer.text.slice(target.valueStart, target.valueEnd);
  const resolved = resolveScalar(composer.text, target, composer.handles);
  if (resolved.type === "refused") return refuse(resolved.code, resolved.message, offset);
  return keyText(resolved) ?? refuse("INPUT2007", "a key is null or too large a number", offset);
}

function scalarValue(composer: Composer, event: ScalarEvent): Json {
  if (isSimpleText(composer.text, event)) return composer.text.slice(event.valueStart, event.valueEnd);
  const resolved = resolveScalar(composer.text, event, composer.handles);
  if (resolved.type === "refused") return refuse(resolved.code, resolved.message, startOf(composer.text, event));
  if (resolved.type !== "float") return resolved.value;
  // Negative zero has no JSON of its own in Go.
  if (Number.isFinite(resolved.value)) return resolved.value === 0 ? 0 : resolved.value;
  const shown = composer.text.slice(event.valueStart, event.valueEnd);
  return refuse("INPUT2006", `\`${shown}\` is not a finite number`, startOf(composer.text, event));
}

/** Escapes that go-yaml refuses, and the one that js-yaml reads in another way: a line joined to an empty one. */
const refusedEscape = /(?:^|[^\\])(?:\\\\)*\\(?:\/|(?:u|U0000)[dD][89a-fA-F]|\r?\n[ \t]*\r?\n)/;

/** Resolves a scalar of the event stream with its quotes and its tag. */
export function resolveScalar(text: string, event: ScalarEvent, handles: TagHandles): Resolved | Refused {
  const value = getScalarValue(text, event);
  if (!event.fast && event.style === SCALAR_STYLE.DOUBLE_QUOTED) {
    const written = text.slice(event.valueStart, event.valueEnd);
    if (refusedEscape.test(written)) return { type: "refused", code: "INPUT2001", message: "an escape YAML 1.1 lacks" };
  }
  const tag = tagOf(text, event, handles);
  if (tag === undefined && !isPlain(event)) return { type: "str", value };
  return tag === undefined ? resolvePlain(value) : resolveTagged(tag, value);
}
