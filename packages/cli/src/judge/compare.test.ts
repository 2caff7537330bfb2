import { describe, expect, it } from "vitest";
import { difference, settle } from "./compare.js";

const one = { path: ["spec", "containers", 0], message: "m" };
const other = { path: ["spec", "containers", 1], message: "m" };

describe("settle", () => {
  it("believes WASM when the TypeScript says the same", () => {
    expect(settle([one], [{ ...one }])).toEqual({ kind: "violations", violations: [one] });
    expect(settle([], [])).toEqual({ kind: "violations", violations: [] });
  });
  it("gives no verdict when they differ in a path, a message or the number", () => {
    for (const native of [[other], [{ ...one, message: "n" }], [], [one, other]]) {
      expect(settle([one], native)).toEqual({ kind: "differs", wasm: [one], native });
    }
  });
  it("tells an index from the text of it", () => {
    expect(settle([one], [{ path: ["spec", "containers", "0"], message: "m" }]).kind).toBe("differs");
  });
  it("fails when either fails", () => {
    expect(settle({ failed: "x" }, [])).toEqual({ kind: "failed", reason: "x" });
    expect(settle([], { failed: "y" })).toEqual({ kind: "failed", reason: "y" });
  });
});

describe("difference", () => {
  it("names what is missing and what is extra", () => {
    expect(difference([one], [other])).toEqual({ missing: [one], extra: [other] });
    expect(difference([one], [one])).toEqual({ missing: [], extra: [] });
  });
});
