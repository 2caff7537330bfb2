import { readFileSync } from "node:fs";
import { diagnosticCodes, type Diagnostic, type Edit, type SourceRange } from "@writ/compiler";
import { describe, expect, it } from "vitest";
import type { Expectation } from "./fixture.js";
import { compileFixtures, fixtures, names, root } from "./read-fixtures.js";

const sources = new Map(names.map((name) => [name, readFileSync(`${root}${name}`, "utf8")]));
const { policies, diagnostics } = (await compileFixtures()).result;

/** The text of a file between two places. */
function textAt(file: string, { line, column, endLine, endColumn }: SourceRange): string {
  const lines = (sources.get(file) ?? "").split("\n");
  const whole = lines.slice(line - 1, endLine).join("\n");
  return whole.slice(column - 1, whole.length - (lines[endLine - 1] ?? "").length + endColumn - 1);
}

// On one line, as a comment holds it.
function shownEdit(file: string, { range, text }: Edit): string {
  return `\`${textAt(file, range)}\` -> \`${text}\``.replaceAll("\n", "\\n");
}

function shown({ line, column, endLine, endColumn, code, message, help, fix, file }: Diagnostic): Expectation {
  // A span of several lines is underlined to the end of its first.
  const end = endLine === line ? endColumn : Infinity;
  return {
    ...{ line, column, endColumn: end, code, message },
    ...(help === undefined ? {} : { help }),
    ...(fix === undefined ? {} : { fix: fix.edits.map((edit) => shownEdit(file, edit)).join(", ") }),
  };
}

// As the comments of a fixture stand in it.
function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1);
}

describe("one mistake a file", () => {
  it.each(names)("%s", (name) => {
    const found = diagnostics.filter(({ file }) => file === name).sort(byPlace);
    expect(found.map(shown)).toEqual(fixtures.get(name)?.expected);
    expect(found.length).toBeGreaterThan(0);
    expect(policies.map(({ file }) => file)).not.toContain(name);
  });

  it("gives TypeScript's own errors of a file first, and the files in their order", () => {
    const order = diagnostics.map(({ file, code }) => `${file} ${code === "WRIT1001" ? "0" : "1"}`);
    expect(order).toEqual([...order].sort());
    expect(new Set(order).size).toBeGreaterThan(names.length);
  });

  it("leaves no code of the compiler without a fixture", () => {
    const expected = new Set([...fixtures.values()].flatMap((of) => of.expected.map(({ code }) => code)));
    expect(diagnosticCodes().filter((code) => !expected.has(code))).toEqual([]);
  });

  it("says what to do about everything but TypeScript's own errors", () => {
    const silent = diagnostics.filter(({ code, help }) => help === undefined && code !== "WRIT1001");
    expect(silent).toEqual([]);
  });
});
