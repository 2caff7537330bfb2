import { describe, expect, it } from "vitest";
import { excerptOf, renderFrame } from "./frame.js";
import { styleOf } from "./style.js";
import { cells } from "./terminal-text.js";

const plain = styleOf(false, 60);
const asIs = (text: string): string => text;

function frame(text: string, line: number, column: number, endColumn: number, endLine = line): string[] {
  const span = { line, column, endLine, endColumn };
  return renderFrame(excerptOf(text, span), span, plain, asIs);
}

describe("excerptOf", () => {
  it("takes two lines on each side, clipped to the text", () => {
    const text = "1\n2\n3\n4\n5\n6\n7";
    expect(excerptOf(text, { line: 4 })).toEqual({ firstLine: 2, lines: ["2", "3", "4", "5", "6"] });
    expect(excerptOf(text, { line: 1 })).toEqual({ firstLine: 1, lines: ["1", "2", "3"] });
    expect(excerptOf(text, { line: 7 })).toEqual({ firstLine: 5, lines: ["5", "6", "7"] });
  });
  it("leaves the carriage returns out", () => {
    expect(excerptOf("a\r\nb\r\n", { line: 1 }).lines).toEqual(["a", "b", ""]);
  });
});

describe("renderFrame", () => {
  it("puts carets under the value", () => {
    expect(frame("spec:\n  hostNetwork: yes\n", 2, 16, 19)).toEqual([
      "    1 │ spec:",
      "  > 2 │   hostNetwork: yes",
      "      │                ^^^",
    ]);
  });
  it("counts cells before the caret, not characters", () => {
    const [, caret] = frame("日本: true", 1, 5, 9);
    expect(caret).toBe("      │       ^^^^");
  });
  it("marks to the end of the line when the value goes on below", () => {
    const [, caret] = frame("a: |\n  text", 1, 4, 7, 2);
    expect(caret).toBe("      │    ^");
  });
  it("shows at least one caret for an empty value", () => {
    expect(frame("a:", 1, 3, 3)[1]).toBe("      │   ^");
  });
  it("cuts long lines around what is marked", () => {
    const line = `key: ${"x".repeat(5000)}BAD${"y".repeat(5000)}`;
    const rows = frame(`before\n${line}\nafter`, 2, 5006, 5009);
    for (const row of rows) expect(cells(row)).toBeLessThanOrEqual(plain.width);
    const marked = rows.findIndex((row) => row.includes("BAD"));
    expect(marked).toBe(1);
    expect(rows[2]?.indexOf("^^^")).toBe(rows[1]?.indexOf("BAD"));
  });
  it("survives a place outside the text", () => {
    expect(() => frame("a", 1, 999, 1002)).not.toThrow();
    expect(frame("", 1, 1, 2)[1]).toContain("^");
  });
  it("prints no control character of the file", () => {
    const rows = frame("a: \u001b]0;title\u0007\u001b[2J", 1, 4, 8).join("");
    expect(rows).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });
});
