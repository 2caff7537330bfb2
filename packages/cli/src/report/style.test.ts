import { describe, expect, it } from "vitest";
import { styleOf, wantsColour, widthOf } from "./style.js";

describe("wantsColour", () => {
  const ask = (flag: boolean | undefined, env: Record<string, string>, isTerminal: boolean): boolean =>
    wantsColour({ flag, env, isTerminal });
  it("lets the flag decide first", () => {
    expect(ask(true, { NO_COLOR: "1" }, false)).toBe(true);
    expect(ask(false, { FORCE_COLOR: "1" }, true)).toBe(false);
  });
  it("honours NO_COLOR when it is not empty", () => {
    expect(ask(undefined, { NO_COLOR: "1" }, true)).toBe(false);
    expect(ask(undefined, { NO_COLOR: "" }, true)).toBe(true);
    expect(ask(undefined, { NO_COLOR: "1", FORCE_COLOR: "1" }, true)).toBe(false);
  });
  it("colours terminals that can, and files when forced", () => {
    expect(ask(undefined, {}, true)).toBe(true);
    expect(ask(undefined, {}, false)).toBe(false);
    expect(ask(undefined, { TERM: "dumb" }, true)).toBe(false);
    expect(ask(undefined, { FORCE_COLOR: "1" }, false)).toBe(true);
    expect(ask(undefined, { FORCE_COLOR: "0" }, true)).toBe(false);
  });
});

describe("styleOf", () => {
  it("adds nothing without colour", () => {
    const style = styleOf(false, 80);
    expect([style.bold("x"), style.severity.critical("x"), style.dim("")]).toEqual(["x", "x", ""]);
  });
  it("closes what it opens", () => {
    expect(styleOf(true, 80).red("x")).toBe("\u001b[31mx\u001b[39m");
  });
});

describe("widthOf", () => {
  it("stays readable", () => {
    expect(widthOf(undefined)).toBe(100);
    expect(widthOf(10)).toBe(40);
    expect(widthOf(1000)).toBe(140);
  });
});
