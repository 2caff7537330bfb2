import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareSemver, isSemver } from "./semver.js";

type Row = readonly [pair: readonly [string, string], order: number | null];
const rows = JSON.parse(readFileSync(new URL("fixtures/semvers.json", import.meta.url), "utf8")) as Row[];

// The declared range, written a second time: what github.com/blang/semver reads and this does not.
function isOutOfRange(text: string): boolean {
  const [version = ""] = text.split("+");
  const [core = "", ...words] = version.split("-");
  const parts = [...core.split("."), ...words.join("-").split(".")];
  return text.length > 256 || parts.some((part) => /^[0-9]{20,}$/.test(part));
}

describe("compareSemver", () => {
  it("orders as github.com/blang/semver does, and reads nothing else", () => {
    const differing = rows.filter(([[a, b], order]) => {
      const expected = order === null || isOutOfRange(a) || isOutOfRange(b) ? undefined : order;
      const opposite = expected === undefined ? undefined : 0 - expected;
      return compareSemver(a, b) !== expected || compareSemver(b, a) !== opposite;
    });
    expect(differing).toEqual([]);
    for (const order of [-1, 0, 1, null]) expect(rows.filter((row) => row[1] === order).length).toBeGreaterThan(50);
  });

  it("knows a version as one that can be compared", () => {
    const texts = rows.flatMap(([pair]) => pair);
    expect(texts.filter((text) => isSemver(text) !== (compareSemver(text, text) === 0))).toEqual([]);
  });

  it("orders the example of semver.org, section 11", () => {
    const ascending =
      "1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0";
    const versions = ascending.split(" ");
    for (const [at, version] of versions.entries())
      expect(versions.map((other) => compareSemver(version, other))).toEqual(
        versions.map((_, to) => Math.sign(at - to)),
      );
  });

  it.each([
    ["v1.2.3", false],
    ["1.2", false],
    ["1.2.3+", false],
    ["1.2.3-", false],
    ["1.2.3-01", false],
    ["1.2.3-0a", true],
    ["1.2.3+01", true],
    ["1.2.3+a+b", false],
    [" 1.2.3", false],
    ["1.2.3\n", false],
    [`9${"0".repeat(18)}.0.0`, true],
    [`1${"0".repeat(19)}.0.0`, false],
    [`1.0.0-${"a".repeat(250)}`, true],
    [`1.0.0-${"a".repeat(251)}`, false],
  ])("says of %j that it is one: %s", (text, is) => {
    expect(isSemver(text)).toBe(is);
  });

  it.each([undefined, null, 1, true, {}, [], ["1.0.0"]])("gives undefined for %j", (value) => {
    expect(compareSemver(value as never, "1.0.0")).toBeUndefined();
    expect(compareSemver("1.0.0", value as never)).toBeUndefined();
    expect(isSemver(value as never)).toBe(false);
  });
});
