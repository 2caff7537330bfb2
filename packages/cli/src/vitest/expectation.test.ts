import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectationOf, unpaired } from "./expectation.js";

const violation = (message: string) => ({ path: [], message });

describe("expectationOf", () => {
  const fits = (given: unknown, message: string, path: (string | number)[] = ["a", 0]): boolean => {
    const expected = expectationOf(given);
    return expected.kind === "some" && expected.criterion.fits({ path, message });
  };
  it("takes a text as the whole message, and an expression as a part of it", () => {
    expect(fits({ message: "a b" }, "a b")).toBe(true);
    expect(fits({ message: "a" }, "a b")).toBe(false);
    expect(fits({ message: /^a/ }, "a b")).toBe(true);
    expect(fits({ message: /^b/ }, "a b")).toBe(false);
  });
  it("asks a global expression anew each time", () => {
    const message = /a/g;
    expect([fits({ message }, "a"), fits({ message }, "a")]).toEqual([true, true]);
    expect(message.lastIndex).toBe(0);
  });
  it("tells an index from a name", () => {
    expect(fits({ path: "a[0]" }, "")).toBe(true);
    expect(fits({ path: ["a", 0] }, "")).toBe(true);
    expect(fits({ path: ["a", "0"] }, "")).toBe(false);
    expect(fits({ path: "a" }, "")).toBe(false);
  });
  it.each([[1], [null], [[]], [/x/], ["x"]])("refuses %s", (given) => {
    expect(() => expectationOf(given)).toThrow(TypeError);
  });
});

describe("unpaired", () => {
  const criteria = (...messages: RegExp[]) => {
    const expected = expectationOf({ violations: messages.map((message) => ({ message })) });
    return expected.kind === "exactly" ? expected.criteria : [];
  };
  it("lets a violation stand for one criterion only", () => {
    const { missing, extra } = unpaired(criteria(/a/, /a/), [violation("a")]);
    expect([missing.length, extra.length]).toEqual([1, 0]);
  });
  it("exchanges pairs when the first choice leaves another criterion without one", () => {
    const violations = [violation("ab"), violation("a"), violation("abc")];
    expect(unpaired(criteria(/a/, /b/, /c/), violations)).toEqual({ missing: [], extra: [] });
  });
  it("pairs as many as any assignment could", () => {
    const letters = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 4 });
    const words = fc.array(letters, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(words, words, (wanted, found) => {
        const violations = found.map((word, index) => violation(`${word.join("")}${index}`));
        const expressions = wanted.map((word) => new RegExp(`[${word.join("")}]`));
        const { missing, extra } = unpaired(criteria(...expressions), violations);
        const paired = expressions.length - missing.length;
        expect(violations.length - extra.length).toBe(paired);
        expect(paired).toBe(
          best(
            expressions,
            violations.map(({ message }) => message),
          ),
        );
      }),
    );
  });
});

/** The most pairs, by trying every assignment. */
function best([first, ...rest]: readonly RegExp[], messages: readonly string[]): number {
  if (first === undefined) return 0;
  const without = best(rest, messages);
  const withOne = messages.flatMap((message, index) =>
    first.test(message) ? [1 + best(rest, messages.toSpliced(index, 1))] : [],
  );
  return Math.max(without, ...withOne);
}
