import { dump } from "js-yaml";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBlock } from "./block.js";
import { parseYaml } from "./parse.js";
import { defaultBudget } from "./types.js";

/** The full parser's value, or undefined when it has anything to say against the text. */
function fullParse(text: string): { readonly value: unknown } | undefined {
  const { values, refusals } = parseYaml(text, defaultBudget);
  if (refusals.length > 0) return undefined;
  return { value: values[0]?.value ?? null };
}

function expectSame(text: string): boolean {
  const block = parseBlock(text, defaultBudget.depth);
  if (block === undefined) return false;
  expect(block, text).toEqual(fullParse(text));
  return true;
}

const scalar = fc.oneof(
  fc.constantFrom(
    "yes",
    "no",
    "on",
    "null",
    "~",
    "010",
    "0x1F",
    "1_000",
    "1.5",
    "-0",
    ".5",
    "a: b",
    "a #b",
    "#",
    "- a",
    "",
  ),
  fc.constantFrom(
    "x",
    "registry.example.com/a:1.0",
    "--flag=x",
    "[a]",
    "{}",
    "100m",
    "line\nother\n",
    "line\n\n  in\nx",
  ),
  fc.string({ unit: "grapheme-ascii", maxLength: 12 }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const key = fc.oneof(
  fc.constantFrom("a", "app.kubernetes.io/name", "on", "1", "name", "__proto__", "x y", "<<"),
  fc.stringMatching(/^[A-Za-z0-9_./-]{1,10}$/),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof({ maxDepth: 5 }, scalar, tie("mapping"), tie("sequence")),
  mapping: fc.dictionary(key, tie("tree"), { maxKeys: 5 }),
  sequence: fc.array(tie("tree"), { maxLength: 4 }),
}));
const text = fc
  .record({
    value: fc.dictionary(key, tree, { maxKeys: 4 }),
    options: fc.record({
      seqNoIndent: fc.boolean(),
      indent: fc.constantFrom(2, 4),
      quoteStyle: fc.constantFrom("single" as const, "double" as const),
      forceQuotes: fc.boolean(),
      flowLevel: fc.constantFrom(-1, -1, 3),
    }),
  })
  .map(({ value, options }) => dump(value, { ...options, noRefs: true }));

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.constantFrom(0, 0, 1, 2),
  added: fc.constantFrom(
    ..." \n:#-?|>&*![]{}'\"\\~%@,ay0.\t",
    "  ",
    "\n\n",
    ": ",
    " #",
    "- ",
    "...\n",
    "|-",
    "é",
    "\r\n",
  ),
});

function edited(source: string, edits: readonly { at: number; removed: number; added: string }[]): string {
  return edits.reduce((current, { at, removed, added }) => {
    const offset = Math.floor(at * current.length);
    return current.slice(0, offset) + added + current.slice(offset + removed);
  }, source);
}

describe("the block parser", () => {
  it("gives what the full parser gives, or nothing, on documents that a program wrote", () => {
    const answered: boolean[] = [];
    fc.assert(
      fc.property(text, (source) => {
        answered.push(expectSame(source));
      }),
      { numRuns: 2000 },
    );
    expect(answered.filter(Boolean).length).toBeGreaterThan(answered.length / 10);
  });

  it("gives what the full parser gives, or nothing, on documents with any edit", () => {
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 4 }), (source, edits) => {
        expectSame(edited(source, edits));
      }),
      { numRuns: 5000 },
    );
  });

  it("reads what typical manifests are made of", () => {
    const manifest = `apiVersion: apps/v1 # c
kind: Deployment
metadata:
  name: web
  annotations:
    "a/b": 'c: d'
spec:
  replicas: 010

  template:
    spec:
      hostNetwork: yes
      containers:
      - name: web
        image: r/x:1.0
        command: ["sh", "-c", 'x #'] # c
        args:
          - --a=b
        env: []
        script: |
          set -e

            # kept
          echo
      # comment
      - name: two
        resources: {}
      volumes:
`;
    const block = parseBlock(manifest, defaultBudget.depth);
    expect(block).toBeDefined();
    expect(block).toEqual(fullParse(manifest));
  });

  it("gives what the full parser gives, or nothing, on flow collections of any characters", () => {
    const token = fc.constantFrom(
      ...["{", "}", "[", "]", ",", ", ", ":", ": ", " ", "a", "cpu", "100m", "1", "010", "1.5", "yes", "null", "~"],
      ...['"x"', "'y'", '"a b"', "#", " #c", "-", ".", "_", "/", "&a", "*a", "?", "|", "!", "<<", "__proto__"],
    );
    const inside = fc.array(token, { maxLength: 10 }).map((tokens) => tokens.join(""));
    const collection = fc
      .tuple(fc.constantFrom("{", "["), inside, fc.constantFrom("}", "]", "}\n", "] # c", ""))
      .map((parts) => parts.join(""));
    let answered = 0;
    fc.assert(
      fc.property(fc.constantFrom("k: ", "- ", "k:\n  - ", ""), collection, (before, text) => {
        if (expectSame(`${before}${text}\n`)) answered += 1;
      }),
      { numRuns: 4_000 },
    );
    expect(answered).toBeGreaterThan(100);
    const usual = "limits: { cpu: 100m, memory: 128Mi, list: [a, 1, { b: 'c' }] }\n";
    expect(parseBlock(usual, defaultBudget.depth)).toEqual({
      value: { limits: { cpu: "100m", memory: "128Mi", list: ["a", 1, { b: "c" }] } },
    });
  });

  it.each([
    ["a tab", "a:\tb\n"],
    ["an anchor", "a: &x b\n"],
    ["a tag", "a: !!str 1\n"],
    ["a merge key", "<<: {a: 1}\n"],
    ["a duplicate key", "a: 1\na: 2\n"],
    ["a scalar over two lines", "a: b\n  c\n"],
    ["an escape", 'a: "\\n"\n'],
    ["a key that is not text", "on: 1\n"],
    ["characters beyond ASCII", "a: é\n"],
    ["a folded scalar", "a: >\n  b\n"],
    ["an indentation digit", "a: |2\n   b\n"],
    ["wrong indentation", "a:\n  b: 1\n c: 2\n"],
    ["a value beside a list", "a:\n- b\n c: d\n"],
    ["the end of the document", "a: 1\n...\nb: 2\n"],
    ["an infinite number", "a: .inf\n"],
  ])("leaves %s to the full parser", (_, source) => {
    expect(parseBlock(source, defaultBudget.depth)).toBeUndefined();
  });
});
