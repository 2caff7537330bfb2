import { describe, expect, it } from "vitest";
import { changed, either, lists, plain, tuples } from "./sized.js";

const all = <Value>(of: { values: (weight: number) => Iterable<Value> }, weight: number): readonly Value[] => [
  ...of.values(weight),
];

describe("values by weight", () => {
  const bits = plain([0, 1]);

  it("counts what it enumerates, each value once", () => {
    const made = tuples<unknown>([lists(either<unknown>(bits, lists(bits))), bits, lists(changed(bits, String))]);
    for (let weight = 0; weight <= 4; weight += 1) {
      const values = all(made, weight);
      expect(values).toHaveLength(made.count(weight));
      expect(new Set(values.map((value) => JSON.stringify(value))).size).toBe(values.length);
    }
    expect(made.count(4)).toBeGreaterThan(100);
  });

  it("weighs a list by its elements, however deep they are", () => {
    expect(all(lists(bits), 2)).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
    expect(all(lists(lists(plain(["a"]))), 2)).toEqual([[[], []], [["a"]]]);
  });

  it("counts sets that nobody could enumerate", () => {
    expect(tuples(Array.from({ length: 40 }, () => bits)).count(0)).toBe(2 ** 40);
  });
});
