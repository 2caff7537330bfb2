import { parseEvents, YAMLException, type Event } from "js-yaml";
import type { Refusal } from "./refusal.js";

/** The event stream of a text between two document separators. */
export interface EventStream {
  /** What the offsets of the events refer to: the asked text, with padding where {@link readEvents} needed it. */
  readonly text: string;
  readonly events: readonly Event[];
  /** Turns an offset of `text` into one of the asked text. */
  original(offset: number): number;
}

/** Where spaces went in: the offset in the asked text, and how many. */
interface Padding {
  readonly at: number;
  readonly width: number;
}

const deficientIndentation = "deficient indentation";
const tooDeep = /^nesting exceeded maxDepth/;

/** Characters that may be parsed again for the sake of padding; more is reported as the error it is for YAML 1.2. */
const repeatedCharacters = 10_000_000;

/** Tabs between tokens just before an offset; brackets may stand between them and it. */
const tabBefore = /[ \t]*\t[ \t]*(?:[[{][ \t]*)*$/;

/**
 * Parses as js-yaml does, but lets lines inside brackets and quotes start at any column: YAML 1.2 demands indentation
 * there, go-yaml does not, and manifests close a bracket at the column of its key. Such a line is padded with spaces, which
 * mean nothing in that place, and the text is parsed again. Tabs between tokens become spaces for the same reason.
 */
export function readEvents(asked: string, depth: number): EventStream | Refusal {
  const paddings: Padding[] = [];
  let text = asked;
  for (let left = repeatedCharacters; ; left -= text.length) {
    const result = attempt(text, depth);
    if (!("code" in result)) return { text, events: result, original: (offset) => unpad(paddings, offset) };
    const offset = unpad(paddings, result.offset);
    if (result.message !== deficientIndentation) return { ...result, offset };
    if (left < 0) return { ...result, message: "too many lines inside brackets start left of their key", offset };
    const lineStart = text.lastIndexOf("\n", result.offset - 1) + 1;
    const tabbed = tabBefore.exec(text.slice(lineStart, result.offset));
    if (tabbed !== null) {
      const spaced = tabbed[0].replaceAll("\t", " ");
      text = text.slice(0, lineStart + tabbed.index) + spaced + text.slice(result.offset);
      continue;
    }
    const width = lineStart + depth - result.offset;
    if (width <= 0) return { ...result, offset };
    paddings.push({ at: unpad(paddings, lineStart), width });
    text = text.slice(0, lineStart) + " ".repeat(width) + text.slice(lineStart);
  }
}

function attempt(text: string, depth: number): readonly Event[] | Refusal {
  try {
    return parseEvents(text, { maxDepth: depth });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const offset = error.mark?.position ?? 0;
    if (!tooDeep.test(error.reason)) return { code: "INPUT2001", message: error.reason, offset };
    return { code: "INPUT2011", message: `nested deeper than ${depth} levels`, offset };
  }
}

function unpad(paddings: readonly Padding[], offset: number): number {
  let shift = 0;
  for (const padding of paddings) {
    if (padding.at + shift >= offset) break;
    shift += Math.min(padding.width, offset - padding.at - shift);
  }
  return offset - shift;
}
