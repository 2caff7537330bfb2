import { readFileSync } from "node:fs";
import { assert, constantFrom, property, array } from "fast-check";
import { describe, expect, it } from "vitest";
import { glob } from "./glob.js";

type Row = readonly [value: string, pattern: string, matches: boolean];
const rows = JSON.parse(readFileSync(new URL("fixtures/globs.json", import.meta.url), "utf8")) as Row[];

// The definition, without a thought for speed: on code points, by recursion.
function byDefinition(value: readonly string[], pattern: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return value.length === 0;
  if (first === "*") return value.some((_, index) => byDefinition(value.slice(index), rest)) || byDefinition([], rest);
  return value.length > 0 && (first === "?" || first === value[0]) && byDefinition(value.slice(1), rest);
}

describe("glob", () => {
  it.each(rows)("%j against %j is %s", (value, pattern, matches) => {
    expect(glob(value, pattern)).toBe(matches);
  });

  it("agrees with its definition", () => {
    const text = array(constantFrom("a", "b", "/", "\n", "😀", "\\", "."), { maxLength: 7 });
    const pattern = array(constantFrom("a", "b", "*", "*", "?", "😀", "\\", "."), { maxLength: 6 });
    assert(
      property(text, pattern, (value, wanted) => glob(value.join(""), wanted.join("")) === byDefinition(value, wanted)),
      { numRuns: 5000 },
    );
  });

  it("stays fast where backtracking would not", () => {
    const started = performance.now();
    expect(glob("a".repeat(20_000), `${"*a".repeat(50)}*b`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("matches nothing with a pattern that is too long for an engine", () => {
    expect(glob("a", "*".repeat(4096))).toBe(true);
    expect(glob("a", "*".repeat(4097))).toBe(false);
    expect(glob("😀".repeat(4096), "😀".repeat(4096))).toBe(true);
    expect(glob("😀".repeat(4097), "😀".repeat(4097))).toBe(false);
  });

  it.each([undefined, null, 1, {}, ["a"]])("does not match %s", (value) => {
    expect(glob(value as never, "*")).toBe(false);
    expect(glob("a", value as never)).toBe(false);
  });
});
