import { describe, expect, it } from "vitest";
import type { ProblemEdit } from "../problem.js";
import { rewrittenLines } from "./rewritten.js";

const edit = (line: number, column: number, endLine: number, endColumn: number, text: string): ProblemEdit => ({
  range: { line, column, endLine, endColumn },
  text,
});

const text = ["import { policy } from x;", "", "if (a) b;", "for (", "  c", ") d;", ""].join("\r\n");

describe("rewrittenLines", () => {
  it("gives the changed lines alone, in the order of the file", () => {
    expect(rewrittenLines(text, [edit(3, 5, 3, 6, "a !== 1"), edit(1, 16, 1, 16, ", glob")])).toEqual([
      { line: 1, text: "import { policy, glob } from x;" },
      { line: 3, text: "if (a !== 1) b;" },
    ]);
  });

  it("puts two edits of a line together, and several lines into one", () => {
    expect(rewrittenLines(text, [edit(3, 5, 3, 6, "x"), edit(3, 8, 3, 9, "y")])).toEqual([
      { line: 3, text: "if (x) y;" },
    ]);
    expect(rewrittenLines(text, [edit(4, 6, 6, 1, "e")])).toEqual([{ line: 4, text: "for (e) d;" }]);
    expect(rewrittenLines(text, [edit(4, 1, 6, 5, "f;\n  g;")])).toEqual([
      { line: 4, text: "f;" },
      { line: 5, text: "  g;" },
    ]);
  });
});
