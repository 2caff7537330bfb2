import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile, diagnosticCodes, type Diagnostic, type PolicyModule, type SourceRange } from "@writ/compiler";
import { describe, expect, it } from "vitest";
import { readModules } from "../harness/workbench.js";
import { readFixture, type Expectation } from "./fixture.js";

const root = fileURLToPath(new URL("fixtures/", import.meta.url));
const names = readdirSync(root)
  .filter((name) => name.endsWith(".ts"))
  .sort();
const sources = new Map(names.map((name) => [name, readFileSync(`${root}${name}`, "utf8")]));
const fixtures = new Map(names.map((name) => [name, readFixture(`${root}${name}`)]));

/** A module that cannot be imported, such as one with a syntax error, has no policies to go by. */
async function importOf(name: string): Promise<PolicyModule> {
  const file = `${root}${name}`;
  const [module] = await readModules([file]).catch((): PolicyModule[] => []);
  return module ?? { file, policies: {} };
}

const modules = await Promise.all(names.map(importOf));
const params = Object.fromEntries(
  [...fixtures].map(([name, { configured }]) => [name.replace(/\.ts$/, ""), configured]),
);
const { policies, diagnostics } = compile({ root, modules, params });

/** The text of a file between two places. */
function textAt(file: string, { line, column, endLine, endColumn }: SourceRange): string {
  const lines = (sources.get(file) ?? "").split("\n");
  const whole = lines.slice(line - 1, endLine).join("\n");
  return whole.slice(column - 1, whole.length - (lines[endLine - 1] ?? "").length + endColumn - 1);
}

function shown({ line, column, endLine, endColumn, code, message, help, fix, file }: Diagnostic): Expectation {
  // A span of several lines is underlined to the end of its first.
  const end = endLine === line ? endColumn : Infinity;
  return {
    ...{ line, column, endColumn: end, code, message },
    ...(help === undefined ? {} : { help }),
    ...(fix === undefined ? {} : { fix: `\`${textAt(file, fix.range)}\` -> \`${fix.text}\`` }),
  };
}

describe("one mistake a file", () => {
  it.each(names)("%s", (name) => {
    const found = diagnostics.filter(({ file }) => file === name);
    expect(found.map(shown)).toEqual(fixtures.get(name)?.expected);
    expect(found.length).toBeGreaterThan(0);
    expect(policies.map(({ file }) => file)).not.toContain(name);
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
