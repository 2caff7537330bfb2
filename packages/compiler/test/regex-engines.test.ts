import { array, constantFrom, letrec, nat, oneof, record, sample } from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { translateRegex } from "../src/regex/index.js";
import { openRegoEngines } from "./rego-engines.js";

// An expression that does not compile leaves `regex.match` undefined, which must show.
const suite = `package writ.suite

answers := [answer | some row in input; answer := _match(row[0], row[1])]

_match(expression, text) := answer if {
	answer := regex.match(expression, text)
} else := "undefined"
`;

const engines = await openRegoEngines({ "suite.rego": suite }, ["writ/suite/answers"]);

afterAll(() => engines.close());

interface Case {
  readonly source: string;
  readonly flags: string;
  readonly text: string;
}

const characters = Array.from(
  'abkKsSzZ_09 -/\\`.*[](){}|^$"\n\r\t\v\f\u0000\u0085\u00a0\u1680\u2028\u2029\u3000\ufeff' +
    "éÉßſKİıΣσς\u0301\ud7ff\ue000\ufffd\uffff😀😁\u{10ffff}",
);
const literals = [
  "a",
  "b",
  "k",
  "K",
  "s",
  "z",
  "_",
  "0",
  " ",
  "-",
  "/",
  "`",
  "\\.",
  "\\*",
  "\\[",
  "\\/",
  "\\\\",
  "\\t",
  "\\n",
  "\\x41",
];
const shorthands = ["\\d", "\\w", "\\s", "\\D", "\\W", "\\S", "."];
const foreign = ["é", "\\u00c9", "\\u2028", "ß", "\\ufffd", "\\u{1F600}", "😀", "\\ud83d\\ude01"];
const classes = [
  "[a-k]",
  "[^a-k]",
  "[\\w-]",
  "[\\w.-]",
  "[^\\w]",
  "[\\W]",
  "[\\s\\S]",
  "[^\\s]",
  "[\\D_]",
  "[A-_]",
  "[-a]",
  "[a\\]]",
  "[^]",
  "[]",
  "[\\b]",
  "[é]",
  "[^é]",
  "[\\u0080-\\u00ff]",
  "[😀-😁]",
  "[^😀]",
  "[\\u{0}-\\u{10ffff}]",
  "[^\\n]",
  "[`'\"]",
  "[\\cJ\\0]",
];
const quantifiers = ["*", "+", "?", "*?", "+?", "??", "{2}", "{0}", "{1,}", "{0,2}", "{2,3}?"];

const { expression } = letrec<{ expression: string; term: string; atom: string }>((tie) => ({
  expression: array(array(tie("term"), { maxLength: 4 }), { minLength: 1, maxLength: 3 }).map((alternatives) =>
    alternatives.map((terms) => terms.join("")).join("|"),
  ),
  term: oneof(
    { arbitrary: tie("atom"), weight: 4 },
    {
      arbitrary: array(tie("atom"), { minLength: 1, maxLength: 1 }).chain(([atom = ""]) =>
        constantFrom(...quantifiers).map((quantifier) => atom + quantifier),
      ),
      weight: 2,
    },
    { arbitrary: constantFrom("^", "$", "\\b"), weight: 1 },
  ),
  atom: oneof(
    { depthSize: "small", withCrossShrink: true },
    constantFrom(...literals),
    constantFrom(...shorthands),
    constantFrom(...foreign),
    constantFrom(...classes),
    tie("expression").map((inner) => `(?:${inner})`),
    tie("expression").map((inner) => `(${inner})`),
  ),
}));

const texts = array(
  array(constantFrom(...characters), { maxLength: 6 }).map((parts) => parts.join("")),
  { minLength: 6, maxLength: 6 },
);
const pattern = record({ source: expression, flags: constantFrom("", "u", "u", "i", "iu"), texts, seed: nat() });

async function expectSame(cases: readonly (Case & { readonly re2: string })[]): Promise<void> {
  const input = cases.map(({ re2, text }) => [re2, text]);
  const wanted = cases.map(({ source, flags, text }) => new RegExp(source, flags).test(text));
  for (const engine of ["wasm", "topdown"] as const) {
    const answers = (await engines[engine]("writ/suite/answers", input)) as unknown[];
    expect(answers.length).toBe(cases.length);
    const differing = cases.filter((_, index) => answers[index] !== wanted[index]);
    expect(differing.slice(0, 5), engine).toEqual([]);
  }
}

function translated(cases: readonly Case[]): (Case & { readonly re2: string })[] {
  return cases.flatMap((one) => {
    const result = translateRegex(one.source, one.flags);
    return result.ok ? [{ ...one, re2: result.re2 }] : [];
  });
}

describe("a translated regular expression", () => {
  it("answers as JavaScript does for every character there is", async () => {
    const every = [...shorthands, ...classes, ...literals, ...foreign].flatMap((source) =>
      ["u", "iu", "", "i"].flatMap((flags) => {
        const blocks = Array.from({ length: 0x30 }, (_, index) => index);
        return blocks.map((block) => ({ source, flags, block }));
      }),
    );
    const cases = every.flatMap(({ source, flags, block }) => {
      const one = translateRegex(source, flags);
      return one.ok ? [{ source: `^(?:${source})$`, flags, block, re2: `^(?:${one.re2})$` }] : [];
    });
    expect(new Set(cases.map(({ source, flags }) => source + flags)).size).toBeGreaterThan(120);
    // The basic plane up to U+2FFF holds every character that a shorthand or ASCII folding can meet, and others besides.
    const sampled = cases.flatMap(({ source, flags, block, re2 }) =>
      [0, 0x0a, 0x41, 0x53, 0x61, 0x6b, 0x7f, 0x80, 0x85, 0xa0, 0xc9, 0xe9].map((offset) => ({
        source,
        flags,
        re2,
        text: String.fromCodePoint(block * 0x100 + offset),
      })),
    );
    for (let start = 0; start < sampled.length; start += 5000) await expectSame(sampled.slice(start, start + 5000));
  });

  it("answers as JavaScript does for random expressions and texts", async () => {
    const cases = sample(pattern, { numRuns: 6000, seed: 1507 }).flatMap(({ source, flags, texts: several }) =>
      several.map((text) => ({ source, flags, text })),
    );
    const accepted = translated(cases);
    expect(accepted.length).toBeGreaterThan(10_000);
    const answers = new Set(accepted.map(({ source, flags, text }) => new RegExp(source, flags).test(text)));
    expect(answers.size).toBe(2);
    for (let start = 0; start < accepted.length; start += 500) await expectSame(accepted.slice(start, start + 500));
  });

  it("does not fold a pair of letters to a third", async () => {
    const sources = ["k|b", "s|b", "b|k|\\d", "(?:s|x)y?", "[Kk]|[Bb]|[Ss]", "a(?:s|b)*$", "ss|k|kb"];
    const flagged = sources.flatMap((source) => ["", "i", "u", "iu"].map((flags) => ({ source, flags })));
    await expectSame(
      translated(flagged.flatMap((one) => Array.from("kKsSſ\u212aab").map((text) => ({ ...one, text })))),
    );
  });

  it("compiles in both engines at the limits", async () => {
    const large = [
      "a{1000}",
      "[^/]{1000}",
      "\\s{300}",
      "(?:\\S{2,30}\\s){10}",
      "(?:(?:a?){30}){30}",
      "é".repeat(5000),
      `${"(?:".repeat(99)}a${")".repeat(99)}`,
    ];
    const cases = translated(large.map((source) => ({ source, flags: "u", text: "aé /".repeat(300) })));
    expect(cases.length).toBe(large.length);
    await expectSame(cases);
  });
});
