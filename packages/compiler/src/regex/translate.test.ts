import { describe, expect, it } from "vitest";
import { translateRegex, type RefusalCode } from "./index.js";

describe("translateRegex", () => {
  it.each<[source: string, flags: string, re2: string]>([
    ["^v\\d+\\.\\w*$", "", "^v\\d+\\.\\w*$"],
    ["\\/a`b", "", "/a\\x60b"],
    ["a|b(c|d)*?", "", "a|b(?:c|d)*"],
    ["(?:ab)+x{2}y{2,}z{2,5}?", "", "(?:ab)+x{2}y{2,}z{2,5}"],
    ["(?:a*)*", "", "(?:a*)*"],
    ["[a-z.-]", "", "[\\-.a-z]"],
    ["[\\w-.]", "", "[\\-.0-9A-Z_a-z]"],
    ["[\\]\\[^\\\\]", "", "[\\[-\\^]"],
    ["[b-da-c]", "", "[a-d]"],
    ["[]", "", "[^\\x00-\\x{10FFFF}]"],
    ["[^]", "u", "[\\x00-\\x{10FFFF}]"],
    [".", "u", "[^\\n\\r\\x{2028}\\x{2029}]"],
    ["[^/]", "u", "[^/]"],
    ["\\x41\\u0042\\cJ\\0\\t\\v", "", "AB\\n\\x00\\t\\x0B"],
    ["\\u{1F600}\\ud83d\\ude01😂", "u", "\\x{1F600}\\x{1F601}\\x{1F602}"],
    ["é", "", "\\xE9"],
    ["[\\b]\\b", "", "\\x08\\b"],
    ["b1", "i", "[Bb]1"],
    ["k|b", "i", "(?:K|k)|[Bb]"],
    ["[sS]*", "", "(?:S|s)*"],
    ["k", "iu", "[Kk\\x{212A}]"],
    ["\\W", "iu", "[^0-9A-Z_a-z\\x{17F}\\x{212A}]"],
    ["[^k]", "iu", "[^Kk\\x{212A}]"],
    ["[A-_]", "i", "[A-_a-z]"],
    ["]}", "", "\\]\\}"],
    ["", "", ""],
  ])("translates /%s/%s", (source, flags, re2) => {
    expect(translateRegex(source, flags)).toEqual({ ok: true, re2 });
  });

  it("writes the white space of JavaScript out", () => {
    const translated = translateRegex("\\s", "");
    expect(translated).toEqual({
      ok: true,
      re2: "[\\t-\\r \\xA0\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}]",
    });
  });

  it.each<[source: string, flags: string, code: RefusalCode, at: string]>([
    ["x(?=a)", "", "lookaround", "(?="],
    ["x(?!a)", "", "lookaround", "(?!"],
    ["(?<=a)x", "", "lookaround", "(?<="],
    ["(?<!a)x", "", "lookaround", "(?<!"],
    ["(?<n>a)", "", "named-group", "(?<"],
    ["(a)\\1", "", "backreference", "\\1"],
    ["(?<n>a)\\k<n>", "", "named-group", "(?<"],
    ["a\\p{L}", "u", "property-escape", "\\p"],
    ["a\\P{L}", "u", "property-escape", "\\P"],
    ["a\\B", "", "word-boundary", "\\B"],
    ["a\\b", "iu", "word-boundary", "\\b"],
    ["a.", "", "unicode-flag", "."],
    ["a[^b]", "", "unicode-flag", "[^b]"],
    ["a\\W", "", "unicode-flag", "\\W"],
    ["a\\S", "i", "unicode-flag", "\\S"],
    ["a😀", "", "unicode-flag", "😀"],
    ["a[😀]", "", "unicode-flag", "[😀]"],
    ["a\\ud83d", "", "unicode-flag", "\\ud83d"],
    ["a[\\u0080-\\uffff]", "", "unicode-flag", "[\\u0080-\\uffff]"],
    ["a\\u{61}", "", "unicode-flag", "\\u"],
    ["aé", "i", "case-folding", "é"],
    ["a[à-ý]", "i", "case-folding", "à-ý"],
    ["a\\u212a", "iu", "case-folding", "\\u212a"],
    ["a{,5}", "", "literal-brace", "{"],
    ["a\\e", "", "legacy-escape", "\\e"],
    ["a\\01", "", "legacy-escape", "\\0"],
    ["a\\Z", "", "legacy-escape", "\\Z"],
    ["a{1001}", "", "repetition", "{1001}"],
    ["(?:a{100}){100}", "", "repetition", "{100}"],
    ["(?:(?:a{2,}){600})*", "", "repetition", "{2,}"],
  ])("refuses /%s/%s as %s", (source, flags, code, at) => {
    const refused = translateRegex(source, flags);
    if (refused.ok) throw new Error(refused.re2);
    expect([refused.code, source.slice(refused.start, refused.end)]).toEqual([code, at]);
    expect(refused.message).toMatch(/^[^A-Z].*[^.]$/);
    expect(refused.help).toMatch(/^[^A-Z].*[^.]$/);
  });

  it.each(["g", "y", "d", "s", "v", "m", "im"])("refuses the flags %s", (flags) => {
    expect(translateRegex("a", flags)).toMatchObject({ ok: false, code: "flag", start: 0, end: 1 });
  });

  it.each(["(", ")", "[", "a**", "*a", "(?", "a{2,1}", "[b-a]", "\\", "(?a)"])(
    "refuses the malformed /%s/",
    (source) => {
      const refused = translateRegex(source, "");
      expect(refused).toMatchObject({ ok: false, code: "syntax" });
    },
  );

  it("refuses what grows too large or too deep, at once", () => {
    const started = performance.now();
    expect(translateRegex("[^/]{1000}".repeat(10), "u")).toMatchObject({ ok: false, code: "size" });
    expect(translateRegex(`${"(".repeat(200)}${")".repeat(200)}`, "")).toMatchObject({ ok: false, code: "size" });
    expect(translateRegex("[\\u{0}-\\u{10ffff}]", "iu")).toMatchObject({ ok: false, code: "case-folding" });
    expect(translateRegex("a".repeat(100_000), "")).toMatchObject({ ok: false, code: "size" });
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
