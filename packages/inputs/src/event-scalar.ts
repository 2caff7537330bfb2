import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import { isPlain, tagOf, type TagHandles } from "./nodes.js";
import { isSurelyText, resolvePlain, resolveTagged, type Refused, type Resolved } from "./scalars.js";

/** Whether a scalar is the text between its offsets, which most are. */
export function isSimpleText(text: string, event: ScalarEvent): boolean {
  if (!event.fast || event.valueStart < 0 || event.tagStart >= 0) return false;
  return event.style !== SCALAR_STYLE.PLAIN || isSurelyText(text.charCodeAt(event.valueStart));
}

/** Whether a key is the merge key: a plain `<<`, or one under `!!merge`. */
export function isMerge(text: string, event: ScalarEvent, handles: TagHandles): boolean {
  if (event.valueEnd - event.valueStart !== 2 || text[event.valueStart] !== "<") return false;
  if (getScalarValue(text, event) !== "<<") return false;
  const tag = tagOf(text, event, handles);
  return tag === "tag:yaml.org,2002:merge" || tag === "!" || (tag === undefined && isPlain(event));
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
