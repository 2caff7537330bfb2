import { describe, expect, it } from "vitest";
import { asciiLowerCase, asciiTrim, asciiUpperCase } from "./ascii.js";

const everyCharacter = Array.from({ length: 0x110000 - 0x800 }, (_, index) =>
  String.fromCodePoint(index < 0xd800 ? index : index + 0x800),
);

describe("ASCII case", () => {
  it("changes the 26 letters and nothing else", () => {
    const lowered = everyCharacter.filter((character) => asciiLowerCase(character) !== character);
    const raised = everyCharacter.filter((character) => asciiUpperCase(character) !== character);
    expect(lowered.join("")).toBe("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    expect(raised.join("")).toBe("abcdefghijklmnopqrstuvwxyz");
    expect(asciiLowerCase(lowered.join(""))).toBe(raised.join(""));
    expect(asciiUpperCase(raised.join(""))).toBe(lowered.join(""));
  });

  it("leaves other scripts where JavaScript would not", () => {
    expect(asciiLowerCase("\u212aÄΣ")).toBe("\u212aÄΣ");
    expect(asciiUpperCase("straße ı ŉ")).toBe("STRAßE ı ŉ");
  });
});

describe("asciiTrim", () => {
  it("takes five characters at the ends and nothing else", () => {
    const taken = everyCharacter.filter((character) => asciiTrim(`${character}a${character}`) === "a");
    expect(taken.join("")).toBe("\t\n\f\r ");
  });

  it.each([
    ["", ""],
    [" \t\r\n\f", ""],
    ["a \n b", "a \n b"],
    ["\u000b a", "\u000b a"],
  ])("makes %j %j", (text, trimmed) => {
    expect(asciiTrim(text)).toBe(trimmed);
  });

  it("stays fast on many spaces", () => {
    const started = performance.now();
    expect(asciiTrim(`a${" ".repeat(500_000)}b`)).toHaveLength(500_002);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

it.each([undefined, null, 1, {}, ["a"]])("gives undefined for %j", (value) => {
  expect([asciiLowerCase, asciiTrim, asciiUpperCase].map((of) => of(value as never))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
