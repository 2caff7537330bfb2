import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseBlock } from "./block.js";
import { parseText, parseYaml } from "./parse.js";
import { split } from "./split.js";
import { defaultBudget, type Json } from "./types.js";

interface Part {
  readonly json?: Json;
  readonly error?: string;
  readonly duplicate?: boolean;
}

type Row = readonly [text: string, parts: readonly Part[]];

const fixture = readFileSync(new URL("../oracle/fixture.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as Row);

/** Documents that differ from the Go library, with the reason. A row that agrees again must leave this list. */
const strict: Readonly<Record<string, string>> = {
  "---\n%YAML 1.1\na: 1\n": "go-yaml drops the document without a word",
  'a: "b"#c\n': "YAML wants a space before a comment",
  "a: {b: c}#d\n": "YAML wants a space before a comment",
  "a: |# c\n  x\n": "YAML wants a space before a comment",
  "a: [x:]\n": "a key for YAML 1.2, text for go-yaml",
  "a: {x:}\n": "a key for YAML 1.2, text for go-yaml",
  "a: {x:,y: 1}\n": "a key for YAML 1.2, text for go-yaml",
  "a: [x:,y]\n": "a key for YAML 1.2, text for go-yaml",
  "e: [!1, 2]\n": "the tag ends elsewhere for go-yaml",
  "e: [1, ?2]\n": "a key for go-yaml",
  "a: &a?b c\n": "the anchor ends elsewhere for go-yaml",
  "# c\u2028a: 1\n": "go-yaml takes U+2028 for a line break, so a comment can hide a key",
  " a: 1\nb: 2\n": "go-yaml drops what follows the first node",
  '"a":1\n': "go-yaml drops what follows the first node",
  'a: "x\\\n\n   y"\n': "js-yaml joins the empty line, go-yaml keeps it",
};

const lax: Readonly<Record<string, string>> = {
  "- \ta\n": "a tab before a scalar",
  "-\ta\n": "a tab before a scalar",
  "a:\n  \n\t\n  b: 1\n": "a line with nothing but a tab",
};

const longestKey = 1024;

function ours(text: string): readonly Part[] {
  const parts: Part[] = [];
  for (const chunk of split(text)) {
    if (chunk.trailing !== undefined) return [...parts, { error: "separator" }];
    const { values, refusals } = parseText(text.slice(chunk.start, chunk.end), defaultBudget);
    const fatal = refusals.find(({ code }) => code !== "INPUT2004" && code !== "INPUT2012");
    if (fatal !== undefined) parts.push({ error: fatal.message });
    else parts.push(...values.map(({ value }) => ({ json: value })));
  }
  return parts;
}

/** Errors have other words, and an empty document is null for one and nothing for the other. */
function comparable(parts: readonly Part[]): readonly Part[] {
  return parts
    .filter((part) => part.error !== undefined || part.json !== null)
    .map((part) => (part.error === undefined ? { json: zeroed(part.json ?? null) } : { error: "refused" }));
}

/** Go writes negative zero as `-0`; as a number of the API it is zero. */
function zeroed(value: Json): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

function hasLongKey(text: string): boolean {
  return new RegExp(`k{${longestKey}}`).test(text);
}

describe("the Go library", () => {
  it("has answered enough", () => {
    expect(fixture.length).toBeGreaterThan(4000);
  });

  it("reads every text as this package does", () => {
    const differing = fixture.filter(
      ([text, parts]) => JSON.stringify(sorted(comparable(ours(text)))) !== JSON.stringify(sorted(comparable(parts))),
    );
    const unexplained = differing.filter(([text]) => !(text in strict) && !(text in lax) && !hasLongKey(text));
    expect(unexplained.map(([text, parts]) => ({ text, go: comparable(parts), ours: ours(text) }))).toEqual([]);
    expect(
      differing
        .filter(([text]) => !hasLongKey(text))
        .map(([text]) => text)
        .sort(),
    ).toEqual([...Object.keys(strict), ...Object.keys(lax)].sort());
  });

  it("is never read as something else: where we differ, one of the two refuses", () => {
    for (const [text, parts] of fixture) {
      const isRefused = text in strict && ours(text).some(({ error }) => error !== undefined);
      if (text in strict) expect(isRefused, text).toBe(true);
      if (text in lax)
        expect(
          parts.some(({ error }) => error !== undefined),
          text,
        ).toBe(true);
    }
  });

  it("agrees with the block parser wherever that one answers", () => {
    let answered = 0;
    for (const [text, parts] of fixture) {
      if (text.includes("---")) continue;
      const block = parseBlock(text, defaultBudget.depth);
      if (block === undefined) continue;
      answered++;
      const expected = parts[0]?.json ?? null;
      expect(sorted(comparable([{ json: block.value }])), text).toEqual(sorted(comparable([{ json: expected }])));
    }
    expect(answered).toBeGreaterThan(500);
  });

  it("agrees about duplicate keys, apart from those that a merge key brings", () => {
    for (const [text, parts] of fixture) {
      if (parts.length !== 1 || text.includes("<<") || text.includes("\n...") || text in lax || text in strict)
        continue;
      if (parts[0]?.error !== undefined || hasLongKey(text)) continue;
      const { refusals } = parseYaml(text, defaultBudget);
      const found = refusals.some(({ code }) => code === "INPUT2004");
      expect(found, text).toBe(parts[0]?.duplicate ?? false);
    }
  });
});

function sorted(parts: readonly Part[]): unknown {
  return parts.map((part) => ("json" in part ? { json: inKeyOrder(part.json ?? null) } : part));
}

function inKeyOrder(value: Json): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (typeof value !== "object" || value === null) return value;
  // A list of pairs, because `__proto__` is a key like any other.
  return Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, inner]) => [key, inKeyOrder(inner)]);
}
