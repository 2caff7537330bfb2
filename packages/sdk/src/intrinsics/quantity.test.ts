import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareQuantities } from "./quantity.js";

type Row = readonly [text: string, rank: number | null];
const rows = JSON.parse(readFileSync(new URL("fixtures/quantities.json", import.meta.url), "utf8")) as Row[];

// The declared range, written a second time: what the oracle reads and compareQuantities need not.
function isOutOfRange(text: string): boolean {
  const [, whole = "", fraction = "", exponent = "0"] =
    /^[+-]?0*([0-9]*)\.?([0-9]*?)0*(?:[eE]([+-]?[0-9]+)|[a-zA-Z]*)$/.exec(text) ?? [];
  return whole.length > 40 || fraction.length > 18 || Math.abs(Number(exponent)) > 40;
}

describe("compareQuantities", () => {
  it("reads what k8s.io/apimachinery reads and nothing else", () => {
    const differing = rows.filter(([text, rank]) => {
      const readable = compareQuantities(text, text) === 0;
      return readable !== (rank !== null && !isOutOfRange(text));
    });
    expect(differing).toEqual([]);
  });

  it("orders every pair of neighbours, and distant pairs, as k8s.io/apimachinery does", () => {
    const readable = rows.filter((row): row is readonly [string, number] => row[1] !== null && !isOutOfRange(row[0]));
    const sorted = readable.toSorted((a, b) => a[1] - b[1]);
    expect(sorted.length).toBeGreaterThan(2500);
    const pairs = sorted.flatMap((left, index) =>
      [1, 2, 7, 501].flatMap((step) => {
        const right = sorted[(index + step) % sorted.length];
        return right === undefined ? [] : [[left, right] as const];
      }),
    );
    const differing = pairs.filter(([a, b]) => {
      const order = Math.sign(a[1] - b[1]);
      return compareQuantities(a[0], b[0]) !== order || compareQuantities(b[0], a[0]) !== (order === 0 ? 0 : -order);
    });
    expect(differing).toEqual([]);
  });

  it("accepts the numbers of a manifest", () => {
    expect(compareQuantities(0.5 as never, "500m")).toBe(0);
    expect(compareQuantities(1e21 as never, "1000E")).toBe(0);
    expect(compareQuantities(1e-7 as never, "100n")).toBe(0);
    expect(compareQuantities(-0 as never, "0")).toBe(0);
    expect(compareQuantities(2 as never, "1Gi")).toBe(-1);
  });

  it.each([undefined, null, true, Number.NaN, Number.POSITIVE_INFINITY, {}, [], ["1"], 1n, "", "abc", "1 Gi"])(
    "gives undefined for %s",
    (value) => {
      expect(compareQuantities(value as never, "1")).toBeUndefined();
      expect(compareQuantities("1", value as never)).toBeUndefined();
    },
  );

  it("gives undefined outside the declared range", () => {
    const zeros = "0".repeat(40);
    const outside = [
      `1${zeros}`,
      `0.${zeros}1`,
      `0.${"0".repeat(18)}1`,
      "1e41",
      "1e-41",
      "1e4294967296",
      `${"0".repeat(200)}1`,
    ];
    expect(outside.filter((text) => compareQuantities(text, "1") !== undefined)).toEqual([]);
  });

  it("reads to the edge of the range", () => {
    expect(compareQuantities(`${"9".repeat(40)}e40`, `${"9".repeat(40)}e39`)).toBe(1);
    expect(compareQuantities(`0.${"0".repeat(17)}1`, "1n")).toBe(0);
    expect(compareQuantities(`${"0".repeat(199)}1`, "1")).toBe(0);
  });
});
