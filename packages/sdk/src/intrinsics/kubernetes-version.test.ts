import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareKubernetesVersions } from "./kubernetes-version.js";

type Row = readonly [pair: readonly [string, string], order: number | null];
const rows = JSON.parse(readFileSync(new URL("fixtures/versions.json", import.meta.url), "utf8")) as Row[];

// The declared range, written a second time: what k8s.io/apimachinery reads and this does not.
const isOutOfRange = (text: string): boolean => /[1-9][0-9]{19}/.test(text) || text.length > 256;

describe("compareKubernetesVersions", () => {
  it("orders as ParseGeneric of k8s.io/apimachinery does, and reads nothing else", () => {
    const differing = rows.filter(([[a, b], order]) => {
      const expected = order === null || isOutOfRange(a) || isOutOfRange(b) ? undefined : order;
      const opposite = expected === undefined ? undefined : 0 - expected;
      return compareKubernetesVersions(a, b) !== expected || compareKubernetesVersions(b, a) !== opposite;
    });
    expect(differing).toEqual([]);
    for (const order of [-1, 0, 1, null]) expect(rows.filter((row) => row[1] === order).length).toBeGreaterThan(150);
  });

  it.each([
    ["v1.30.2-gke.100", "1.31", -1],
    ["1.30", "v1.30.0", 0],
    ["1.31.0-alpha.1", "1.31", 0],
    ["1.9", "1.10", -1],
    ["1.30.0.1", "1.30", 1],
    ["1.030", "1.30", 0],
    ["01.30", "1.30", undefined],
    ["1", "1.30", undefined],
    ["1..30", "1.30", undefined],
    ["1.30\n", "1.30", undefined],
  ])("compares %j with %j: %s", (a, b, order) => {
    expect(compareKubernetesVersions(a, b)).toBe(order);
  });

  it.each([undefined, null, 1, 1.3, true, {}, [], ["1.30"]])("gives undefined for %j", (value) => {
    expect(compareKubernetesVersions(value as never, "1.30")).toBeUndefined();
    expect(compareKubernetesVersions("1.30", value as never)).toBeUndefined();
  });
});
