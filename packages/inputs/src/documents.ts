import { readEvents } from "./events.js";
import { lineIndex, type LineIndex } from "./lines.js";
import { expandLists, isObject, member } from "./lists.js";
import { parseText, type Parsed } from "./parse.js";
import { positionsOf, type Positions } from "./positions.js";
import { problem } from "./problems.js";
import type { Refusal } from "./refusal.js";
import { split, type Chunk } from "./split.js";
import { defaultBudget } from "./types.js";
import type { Budget, InputDocument, InputFile, InputItem, InputProblem, Location, PathSegment } from "./types.js";

export interface ParseOptions {
  /** The name that documents and problems carry. */
  readonly file: string;
  readonly budget?: Partial<Budget>;
  /** Set when U+FFFD in the text stands for bytes that are not UTF-8: the documents that hold one are refused. */
  readonly hasInvalidBytes?: boolean;
}

interface Source {
  readonly file: string;
  readonly text: string;
  readonly index: LineIndex;
  readonly budget: Budget;
  readonly hasInvalidBytes: boolean;
  /** The positions asked for last: findings of one List mostly come one after the other. */
  readonly lastPositions: { parsed?: Parsed; positions?: Positions };
}

/**
 * Reads the text of a file, YAML or JSON, as Kubernetes reads it. Nothing is parsed before `items` is iterated. Problems of
 * one document leave the others alone.
 */
export function parseDocuments(text: string, options: ParseOptions): InputFile {
  const source: Source = {
    file: options.file,
    text: text.startsWith("\uFEFF") ? text.slice(1) : text,
    index: lineIndex(text.startsWith("\uFEFF") ? text.slice(1) : text),
    budget: { ...defaultBudget, ...options.budget },
    hasInvalidBytes: options.hasInvalidBytes ?? false,
    lastPositions: {},
  };
  return {
    file: options.file,
    items: { [Symbol.iterator]: () => itemsOf(source) },
    lines: (from, to) => source.index.lines(from, to),
  };
}

/** The items of a file by kind, for callers that want them all at once. */
export function collectItems(file: InputFile): {
  readonly documents: readonly InputDocument[];
  readonly problems: readonly InputProblem[];
  readonly others: number;
} {
  const documents: InputDocument[] = [];
  const problems: InputProblem[] = [];
  let others = 0;
  for (const item of file.items) {
    if (item.kind === "document") documents.push(item.document);
    else if (item.kind === "problem") problems.push(item.problem);
    else others++;
  }
  return { documents, problems, others };
}

function* itemsOf(source: Source): Generator<InputItem> {
  let index = 0;
  for (const chunk of split(source.text)) {
    for (const item of chunkItems(source, chunk, index)) {
      if (item.kind === "document") index++;
      yield item;
    }
  }
}

function chunkItems(source: Source, chunk: Chunk, firstIndex: number): readonly InputItem[] {
  const refused = refusedChunk(source, chunk);
  if (refused !== undefined) return [problemItem(source, refused)];
  const text = source.text.slice(chunk.start, chunk.end);
  const { values, refusals } = parseText(text, source.budget);
  const items = refusals.map((refusal) =>
    problemItem(source, atTemplate(text, { ...refusal, offset: chunk.start + refusal.offset })),
  );
  const numbering = { next: firstIndex };
  for (const { value, start, end } of values) {
    addObjects(source, { value, start: chunk.start + start, end: chunk.start + end }, numbering, items);
  }
  return items;
}

function refusedChunk(source: Source, chunk: Chunk): Refusal | undefined {
  if (chunk.trailing !== undefined) {
    const message = `\`${shorten(chunk.trailing.text)}\` after a document separator`;
    return { code: "INPUT2003", message, offset: chunk.trailing.offset };
  }
  if (!source.hasInvalidBytes) return undefined;
  const offset = source.text.indexOf("\uFFFD", chunk.start);
  const isHere = offset >= 0 && offset < chunk.end;
  return isHere ? { code: "INPUT1005", message: "bytes that are not UTF-8", offset } : undefined;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** A template that is not rendered is the usual reason for broken YAML; say so instead of naming the symptom alone. */
function atTemplate(text: string, refusal: Refusal): Refusal {
  if (!refusal.code.startsWith("INPUT2") || refusal.code === "INPUT2004") return refusal;
  const opening = text.indexOf("{{");
  const isTemplate = opening >= 0 && text.indexOf("}}", opening) >= 0;
  return isTemplate ? { ...refusal, code: "INPUT2002" } : refusal;
}

function problemItem(source: Source, refusal: Refusal): InputItem {
  return {
    kind: "problem",
    problem: problem(refusal.code, source.file, refusal.message, source.index.place(refusal.offset)),
  };
}

/** Adds the objects that a value holds; `numbering` counts the objects of the file. */
function addObjects(source: Source, parsed: Parsed, numbering: { next: number }, items: InputItem[]): void {
  const { file } = source;
  if (parsed.value === null) return;
  if (!isObject(parsed.value)) {
    items.push({ kind: "other", line: firstLine(source, parsed) });
    return;
  }
  for (const listed of expandLists(parsed.value)) {
    const { path } = listed;
    if (listed.kind === "notObject") {
      const place = locateIn(source, parsed, path);
      items.push({ kind: "problem", problem: problem("INPUT3002", file, `${path.join(".")} is not an object`, place) });
    } else {
      const locate = (inner: readonly PathSegment[]): Location =>
        relative(locateIn(source, parsed, [...path, ...inner]), path.length);
      const document = { file, index: numbering.next, value: listed.value, basePath: path, locate };
      const isKubernetes = hasText(member(listed.value, "apiVersion")) && hasText(member(listed.value, "kind"));
      if (isKubernetes) items.push({ kind: "document", document });
      else addOther(source, parsed, document, items);
      if (isKubernetes) numbering.next++;
    }
  }
}

/** An object that is nearly a Kubernetes object is worth a warning; any other file of the project is not. */
function addOther(source: Source, parsed: Parsed, document: InputDocument, items: InputItem[]): void {
  const { value, basePath: path } = document;
  const lacks = ["apiVersion", "kind"].filter((name) => !hasText(member(value, name)));
  if (lacks.length === 1 || path.length > 0) {
    const place = locateIn(source, parsed, path);
    const message = `an object without ${lacks.map((name) => `\`${name}\``).join(" and ")}`;
    items.push({ kind: "problem", problem: problem("INPUT3001", source.file, message, place) });
  }
  items.push({ kind: "other", line: firstLine(source, parsed), document });
}

function firstLine({ text, index }: Source, { start }: Parsed): number {
  const content = /\S/g;
  content.lastIndex = start;
  return index.place(content.exec(text)?.index ?? start).line;
}

/** A location as seen from an item of a List. */
function relative(location: Location, base: number): Location {
  return { ...location, path: location.path.slice(base) };
}

function hasText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function locateIn(source: Source, parsed: Parsed, path: readonly PathSegment[]): Location {
  const { index, lastPositions } = source;
  if (lastPositions.parsed !== parsed) {
    lastPositions.parsed = parsed;
    lastPositions.positions = positionsIn(source, parsed);
  }
  const extent = lastPositions.positions?.find(path) ?? { start: 0, end: 0, found: 0 };
  const start = index.place(parsed.start + extent.start);
  const end = index.place(parsed.start + extent.end);
  const shown = path.slice(0, extent.found);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column, path: shown };
}

function positionsIn(source: Source, parsed: Parsed): Positions {
  const stream = readEvents(source.text.slice(parsed.start, parsed.end), source.budget.depth);
  // Only JSON that YAML refuses gets here (an escaped surrogate pair is fine for both): show where it starts.
  if ("code" in stream) return { find: () => ({ start: 0, end: 0, found: 0 }) };
  return positionsOf(stream);
}
