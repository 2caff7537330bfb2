import { readFileSync } from "node:fs";

/** What a fixture expects of the compiler: one entry for each diagnostic, in the order of the file. */
export interface Expectation {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly code: string;
  readonly message: string;
  readonly help?: string;
  /** The code that the fix replaces, and what it writes there: `` `a == b` -> `a === b` ``. */
  readonly fix?: string;
}

/** A policy module with mistakes, and the parameters that it is compiled with. */
export interface Fixture {
  readonly expected: readonly Expectation[];
  readonly configured: Readonly<Record<string, unknown>>;
}

const marker = /^(\/\/ *)(~+) (WRIT\d{4}) (.*)$/;
const help = /^\/\/ *help: (.*)$/;
const fix = /^\/\/ *fix: (.*)$/;
const configured = /^\/\/ configured: (.*)$/;

/**
 * Reads the expectations of a fixture. Tildes in a comment underline the exact span on the last line of code above, followed by
 * code and message; `// help: …` and `// fix: …` below belong to it. A first line `// configured: {…}` sets parameters.
 */
export function readFixture(file: string): Fixture {
  const expected: Expectation[] = [];
  let settings: Readonly<Record<string, unknown>> = {};
  let codeLine = 0;
  for (const [index, line] of readFileSync(file, "utf8").split("\n").entries()) {
    const [, indent, tildes, code = "", message = ""] = marker.exec(line) ?? [];
    const [, helpText] = help.exec(line) ?? [];
    const [, fixText] = fix.exec(line) ?? [];
    const [, json] = configured.exec(line) ?? [];
    const last = expected.at(-1);
    if (indent !== undefined && tildes !== undefined) {
      const column = indent.length + 1;
      expected.push({ line: codeLine, column, endColumn: column + tildes.length, code, message });
    } else if (helpText !== undefined && last !== undefined) {
      expected[expected.length - 1] = { ...last, help: helpText };
    } else if (fixText !== undefined && last !== undefined) {
      expected[expected.length - 1] = { ...last, fix: fixText };
    } else if (json !== undefined) {
      settings = JSON.parse(json) as Readonly<Record<string, unknown>>;
    } else {
      codeLine = index + 1;
    }
  }
  return { expected, configured: settings };
}
