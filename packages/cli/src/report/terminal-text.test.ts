import { describe, expect, it } from "vitest";
import { cells, fit, printable, wrap } from "./terminal-text.js";

describe("printable", () => {
  it("lets no control sequence, line break or reordering mark through", () => {
    const hostile = "a\u001b[31mb\u0007c\rd\ne\u009bf\u2028g\u202eh\u2066i\u0000j\u007fk\ufeffl";
    expect(printable(hostile)).toMatch(/^[a-l[\]31m\ufffd]+$/);
    expect(printable(hostile)).toHaveLength(hostile.length);
  });
  it("replaces a lone half of a surrogate pair and keeps a whole one", () => {
    expect(printable("a\ud800b\u{1f600}")).toBe("a\ufffdb\u{1f600}");
  });
  it("makes a tab one cell, so that columns stay columns", () => {
    expect(printable("\ta")).toBe(" a");
  });
});

describe("cells", () => {
  it("counts wide and combining characters as terminals do", () => {
    expect(cells("abc")).toBe(3);
    expect(cells("日本")).toBe(4);
    expect(cells("e\u0301")).toBe(1);
    expect(cells("😀")).toBe(2);
  });
});

describe("fit", () => {
  it("cuts by cells and never in the middle of a character", () => {
    expect(fit("short", 10)).toBe("short");
    expect(fit("abcdefghij", 5)).toBe("abcd…");
    expect(fit("日本語テキスト", 6)).toBe("日本…");
    expect(cells(fit("😀😀😀😀", 4))).toBeLessThanOrEqual(4);
  });
});

describe("wrap", () => {
  it("breaks at spaces and leaves a long word whole", () => {
    expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrap("a verylongwordindeed b", 6)).toEqual(["a", "verylongwordindeed", "b"]);
    expect(wrap("", 10)).toEqual([]);
  });
});
