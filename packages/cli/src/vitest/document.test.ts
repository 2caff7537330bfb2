import { describe, expect, it } from "vitest";
import { documentOf } from "./document.js";

describe("documentOf", () => {
  it("is what JSON would hold", () => {
    const value = { a: undefined, b: [null, { c: -0, d: "\ud800" }], e: Object.create(null) as object };
    const document = documentOf(value, "it");
    expect(document).toEqual({ b: [null, { c: 0, d: "\ufffd" }], e: {} });
    expect(Object.hasOwn(document, "a")).toBe(false);
    expect(Object.is((document["b"] as { c: number }[])[1]?.c, 0)).toBe(true);
  });
  it.each([
    [{ a: { b: new Date(0) } }, "a.b of it is a Date, not a plain object"],
    [{ a: [NaN] }, "a[0] of it is NaN"],
    [{ a: [1, undefined] }, "a[1] of it is of type undefined"],
    [{ "x/y": 1n }, '["x/y"] of it is of type bigint'],
    [{ a: () => 1 }, "a of it is of type function"],
    [{ a: new Map() }, "a of it is a Map"],
    [[], "it is not an object"],
    [null, "it is not an object"],
  ])("refuses what JSON would lose, number %#", (value, message) => {
    expect(() => documentOf(value, "it")).toThrow(message);
  });
  it("refuses what holds itself", () => {
    const value: Record<string, unknown> = {};
    value["a"] = { b: value };
    expect(() => documentOf(value, "it")).toThrow("or holds itself");
  });
});
