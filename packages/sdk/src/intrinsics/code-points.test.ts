import { array, assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { codePointLength, codePointSlice } from "./code-points.js";

const characters = array(constantFrom("a", "é", "😀", "\u{10ffff}", "\u0000", "e\u0301"), { maxLength: 6 });

describe("codePointLength", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["é", 1],
    ["e\u0301", 2],
    ["😀", 1],
    ["👩‍💻", 3],
    ["\ud83d", 1],
    ["\ude00\ud83d", 2],
  ])("counts %j as %i", (text, count) => {
    expect(codePointLength(text)).toBe(count);
  });

  it("agrees with JavaScript's own iteration", () => {
    assert(property(characters, (parts) => codePointLength(parts.join("")) === Array.from(parts.join("")).length));
  });
});

describe("codePointSlice", () => {
  it("is JavaScript's slice where each code point is one unit", () => {
    const position = integer({ min: -8, max: 8 });
    const text = array(constantFrom("a", "b", "é"), { maxLength: 6 }).map((parts) => parts.join(""));
    assert(
      property(text, position, position, (of, start, end) => {
        expect(codePointSlice(of, start, end)).toBe(of.slice(start, end));
        expect(codePointSlice(of, start)).toBe(of.slice(start));
      }),
    );
  });

  it.each([
    ["a😀bc", 1, -1, "😀b"],
    ["a😀bc", -3, 2, "😀"],
    ["a😀", 2, 1, ""],
    ["a😀", -99, 99, "a😀"],
    ["", 0, 1, ""],
  ])("%j from %i to %i is %j", (text, start, end, part) => {
    expect(codePointSlice(text, start, end)).toBe(part);
  });

  it.each([undefined, null, 1, ["a"]])("gives undefined for %j", (value) => {
    expect(codePointLength(value as never)).toBeUndefined();
    expect(codePointSlice(value as never, 0)).toBeUndefined();
    expect(codePointSlice("a", (value === 1 ? 0.5 : (value ?? null)) as never)).toBeUndefined();
  });
});
