import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import writ from "@writ/eslint-plugin";
import { ESLint as ESLint10, type Linter } from "eslint";
import { ESLint as ESLint9 } from "eslint-9";
import { beforeAll, describe, expect, it } from "vitest";
import { readFixture, type Expectation } from "./fixture.js";

const test = fileURLToPath(new URL("../", import.meta.url));

/** A copy of the fixtures and of what they import, so that a configuration can give them their parameters. */
const copy = realpathSync(mkdtempSync(join(tmpdir(), "writ-eslint-")));
for (const path of ["negative/fixtures", "conformance/widget.ts"]) {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  cpSync(join(test, path), join(copy, path), { recursive: true });
}
const project = join(copy, "negative/fixtures");
const names = readdirSync(project)
  .filter((name) => name.endsWith(".ts"))
  .sort();
const sources = new Map(names.map((name) => [name, readFileSync(join(project, name), "utf8")]));
const fixtures = new Map(names.map((name) => [name, readFixture(join(project, name))]));
const params = [...fixtures].map(([name, { configured }]) => [name.replace(/\.ts$/, ""), configured]);
writeFileSync(
  join(project, "writ.config.mjs"),
  `export default { params: ${JSON.stringify(Object.fromEntries(params))} };\n`,
);

/** What ESLint shows, as the fixtures say what the compiler shows. */
function shown(
  source: string,
  { line, column, endLine, endColumn, message, fix, suggestions }: Linter.LintMessage,
): object {
  const [, code, text, help] = /^\[(WRIT\d{4})\] (.*?)(?:; help: (.*))?$/s.exec(message) ?? [];
  const rewrite = fix ?? suggestions?.[0]?.fix;
  return {
    ...{ line, column, endColumn: endLine === line ? endColumn : Infinity, code, message: text },
    ...(help === undefined ? {} : { help }),
    ...(rewrite === undefined
      ? {}
      : { fix: `\`${source.slice(...rewrite.range)}\` -> \`${rewrite.text}\``.replaceAll("\n", "\\n") }),
  } satisfies Partial<Record<keyof Expectation, unknown>>;
}

/** ESLint makes one edit of several, from the first place to the last one, such as an import and what calls it. */
function withoutSeveralEdits<Of extends { readonly fix?: string }>(of: Of): Of {
  const { fix } = of;
  const hasSeveral = fix !== undefined && (fix.includes("`, `` -> `") || fix.includes(`from "@writ/sdk"`));
  return hasSeveral ? { ...of, fix: "several" } : of;
}

/** ESLint runs no rule on what it cannot parse, and shows what the parser says: TypeScript's words at the end of the token before. */
function shownUnparsed({ line, message }: Linter.LintMessage): object {
  return { line, message: message.replace(/^Parsing error: /, "") };
}

const unparsable = "typescript-syntax.ts";

describe.each([
  ["10", ESLint10],
  ["9", ESLint9 as unknown as typeof ESLint10],
])("ESLint %s says what the compiler says", (major, ESLint) => {
  const eslint = new ESLint({ cwd: project, overrideConfigFile: true, overrideConfig: [writ.configs.recommended] });
  const results = new Map<string, readonly Linter.LintMessage[]>();

  beforeAll(async () => {
    for (const { filePath, messages } of await eslint.lintFiles(names)) results.set(filePath, messages);
  }, 600_000);

  it("in that version", () => {
    expect(ESLint.version.split(".")[0]).toBe(major);
  });

  it.each(names.filter((name) => name !== unparsable))("about %s", (name) => {
    const messages = results.get(join(project, name)) ?? [];
    const expected = fixtures.get(name)?.expected ?? [];
    const found = messages.map((message) => shown(sources.get(name) ?? "", message));
    expect(found.map(withoutSeveralEdits)).toEqual(expected.map(withoutSeveralEdits));
  });
  it("and the parser says what TypeScript says about a syntax error", () => {
    const expected = (fixtures.get(unparsable)?.expected ?? []).map(({ line, message }) => ({
      line,
      message: message.replace(/ \(TS\d+\)$/, ""),
    }));
    expect((results.get(join(project, unparsable)) ?? []).map(shownUnparsed)).toEqual(expected);
  });
});
