import { describe, expect, it } from "vitest";
import { count, max, min, sum } from "./numbers.js";

const greatest = Number.MAX_SAFE_INTEGER;

describe("sum", () => {
  it.each([
    [[], 0],
    [[-0], 0],
    [[5], 5],
    [[1, 2, -3], 0],
    [[greatest], greatest],
    [[-greatest], -greatest],
    [[greatest, 1], undefined],
    [[-greatest, -1], undefined],
    // Beyond the safe range on the way, within it at the end.
    [[greatest, greatest, -greatest, -1], greatest - 1],
    [Array<number>(1000).fill(greatest), undefined],
    [[...Array<number>(499).fill(greatest), ...Array<number>(500).fill(-greatest)], -greatest],
    [Array<number>(1000).fill(1), 1000],
    [Array<number>(1001).fill(1), undefined],
  ])("of case %#", (values, total) => {
    expect(sum(values)).toBe(total);
  });
});

describe("min and max", () => {
  it.each([
    [[], undefined, undefined],
    [[3], 3, 3],
    [[3, -1, 2], -1, 3],
    [[greatest, -greatest], -greatest, greatest],
  ])("of %j are %s and %s", (values, least, most) => {
    expect([min(values), max(values)]).toEqual([least, most]);
  });
});

it.each([undefined, null, 1, "12", {}, [1.5], [1, null], ["1"], [2 ** 53]])("give undefined for %j", (value) => {
  expect([sum, min, max].map((of) => of(value as never))).toEqual([undefined, undefined, undefined]);
});

describe("count", () => {
  it.each([
    [[], "a", 0],
    [["a", "b", "a"], "a", 2],
    [["a", "A"], "A", 1],
    [["1"], "1", 1],
    [["😀", "é", "e\u0301"], "é", 1],
  ])("counts in %j %j %i times", (values, value, times) => {
    expect(count(values, value)).toBe(times);
  });

  it("tells apart what looks alike", () => {
    expect(count<string | number | boolean>(["1", 1, true, 1], 1)).toBe(2);
    expect(count([true, false, true], true)).toBe(2);
  });

  it("gives undefined without a list", () => {
    expect([undefined, null, "a", {}].map((values) => count(values as never, "a" as never))).toEqual(
      Array(4).fill(undefined),
    );
  });
});
