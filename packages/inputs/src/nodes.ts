import { EVENT_ID, SCALAR_STYLE, type Event, type ScalarEvent } from "js-yaml";

/** Handles that `%TAG` directives declare, with their prefixes. */
export type TagHandles = ReadonlyMap<string, string>;

/** Whether a scalar is unquoted, so that its text decides its type. */
export function isPlain(event: ScalarEvent): boolean {
  return event.style === SCALAR_STYLE.PLAIN;
}

/** The full name of a node's explicit tag; `!` stays as it is. */
export function tagOf(text: string, event: ScalarEvent, handles: TagHandles): string | undefined {
  if (event.tagStart < 0) return undefined;
  const written = text.slice(event.tagStart, event.tagEnd);
  if (written === "!") return written;
  if (written.startsWith("!<")) return decoded(written.slice(2, -1));
  const end = written.indexOf("!", 1);
  const handle = end < 0 ? "!" : written.slice(0, end + 1);
  const prefix = handles.get(handle) ?? (handle === "!!" ? "tag:yaml.org,2002:" : handle);
  return prefix + decoded(written.slice(handle.length));
}

function decoded(tag: string): string {
  try {
    return decodeURIComponent(tag);
  } catch {
    return tag;
  }
}

/** Where the text of a node starts: its quote, bracket, first key, `|` or `*`; after its anchor and tag; -1 for no text. */
export function startOf(text: string, event: Event): number {
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return scalarStart(text, event);
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return event.start;
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1;
    case EVENT_ID.DOCUMENT:
    case EVENT_ID.POP:
      return -1;
  }
}

const blockHeader = /[|>][-+0-9]*[ \t]*(?:#.*)?$/;

function scalarStart(text: string, event: ScalarEvent): number {
  if (event.valueStart < 0) return event.tagStart;
  switch (event.style) {
    case SCALAR_STYLE.PLAIN:
      return event.valueStart;
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return event.valueStart - 1;
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK: {
      // The event tells where the content starts; the header is what ends the line above.
      const headerEnd = text[event.valueStart - 2] === "\r" ? event.valueStart - 2 : event.valueStart - 1;
      const lineStart = text.lastIndexOf("\n", headerEnd - 1) + 1;
      const header = blockHeader.exec(text.slice(lineStart, headerEnd));
      return header === null ? event.valueStart : lineStart + header.index;
    }
  }
}

/** The offset after the last character of a scalar or an alias. */
export function endOf(event: Event): number {
  switch (event.type) {
    case EVENT_ID.SCALAR: {
      const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
      return quoted ? event.valueEnd + 1 : event.valueEnd;
    }
    case EVENT_ID.ALIAS:
      return event.anchorEnd;
    case EVENT_ID.DOCUMENT:
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.POP:
      return -1;
  }
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
