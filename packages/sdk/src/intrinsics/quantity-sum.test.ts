import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareQuantities, isQuantity } from "./quantity.js";
import { addQuantities, formatQuantity, sumQuantities } from "./quantity-sum.js";

type Row = readonly [quantities: readonly string[], sum: string | null];
const rows = JSON.parse(readFileSync(new URL("fixtures/quantity-sums.json", import.meta.url), "utf8")) as Row[];

function isBeyond(text: string): boolean {
  const order = compareQuantities(text, "9E");
  return (order !== -1 && order !== 0) || compareQuantities(text, "-9E") === -1;
}

// What is added is in range, and so is what comes out.
const inRange = rows.filter(([quantities, sum]) => sum !== null && ![...quantities, sum].some(isBeyond));
const others = rows.filter((row) => !inRange.includes(row));

describe("sumQuantities", () => {
  it("adds and writes as k8s.io/apimachinery does", () => {
    expect(inRange.length).toBeGreaterThan(2300);
    expect(inRange.filter(([quantities, sum]) => sumQuantities(quantities) !== sum)).toEqual([]);
  });

  it("gives undefined for everything else", () => {
    expect(others.length).toBeGreaterThan(600);
    expect(others.filter(([quantities]) => sumQuantities(quantities) !== undefined)).toEqual([]);
  });

  it("adds at most a thousand", () => {
    expect(sumQuantities(Array<string>(1000).fill("1Mi"))).toBe("1000Mi");
    expect(sumQuantities(Array<string>(1001).fill("1Mi"))).toBeUndefined();
  });

  it("counts a number of a manifest as decimal", () => {
    expect(sumQuantities([1e-7 as never, "1Ki"])).toBe("1024000000100n");
    expect(formatQuantity(2500000.5 as never)).toBe("2500000500m");
    expect(formatQuantity(-0 as never)).toBe("0");
  });

  it.each([undefined, null, "1", 1, {}, [null], [undefined], [{}], [["1"]], [true]])(
    "gives undefined for %j",
    (value) => {
      expect(sumQuantities(value as never)).toBeUndefined();
    },
  );
});

it("adds two and writes one as it sums lists", () => {
  const pairs = rows.filter(([quantities]) => quantities.length === 2);
  expect(pairs.length).toBeGreaterThan(200);
  expect(pairs.filter(([[a, b]]) => addQuantities(a, b) !== sumQuantities([a as string, b as string]))).toEqual([]);
  const single = rows.flatMap(([[of = "", ...others]]) => (others.length === 0 ? [of] : []));
  expect(single.length).toBeGreaterThan(3000);
  expect(single.filter((of) => formatQuantity(of) !== sumQuantities([of]))).toEqual([]);
});

it("keeps what is written equal to what was read", () => {
  const written = rows.flatMap(([[of = ""]]) => {
    const text = formatQuantity(of);
    return text === undefined ? [] : [[of, text] as const];
  });
  expect(written.length).toBeGreaterThan(2500);
  expect(written.filter(([of, text]) => compareQuantities(of, text) !== 0 || formatQuantity(text) !== text)).toEqual(
    [],
  );
});

it("says what a quantity is", () => {
  expect(["1", "1.5Gi", "-1e3", " 1 ", "m", 0.5].map((of) => isQuantity(of as string))).toEqual(Array(6).fill(true));
  expect(["", "1 Gi", "1K", "1e41", "x", {}, null, true].map((of) => isQuantity(of as string))).toEqual(
    Array(8).fill(false),
  );
  expect(isQuantity(undefined)).toBeUndefined();
});
