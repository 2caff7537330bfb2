import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import writ from "@writ/eslint-plugin";
import { ESLint as ESLint10, type Linter } from "eslint";
import type * as eslintConfig from "eslint/config";
import { ESLint as ESLint9 } from "eslint-9";
import { describe, expect, it } from "vitest";
import { policyOf, project, write } from "./project.js";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const require = createRequire(import.meta.url);

type Options = ConstructorParameters<typeof ESLint10>[0];

function codesOf(messages: readonly Linter.LintMessage[] | undefined): readonly string[] {
  return (messages ?? []).map(({ message }) => /\[(WRIT\d{4})\]/.exec(message)?.[1] ?? message);
}

const clean = "container.image === undefined";
const refused = "container.image.trim() === undefined";
const loose = `container.name == "a"`;

describe.each([
  ["9", ESLint9 as unknown as typeof ESLint10],
  ["10", ESLint10],
])("with ESLint %s", (major, ESLint) => {
  function open(cwd: string, options: Options = {}): ESLint10 {
    return new ESLint({ cwd, overrideConfigFile: true, overrideConfig: [writ.configs.recommended], ...options });
  }

  async function lint(root: string, text: string, options: Options = {}): Promise<readonly Linter.LintMessage[]> {
    const [result] = await open(root, options).lintText(text, { filePath: join(root, "policies/policy.ts") });
    return result?.messages ?? [];
  }

  it("finds nothing in the library", async () => {
    const results = await open(repository).lintFiles("policies/*/*/policy.ts");
    expect(results.length).toBeGreaterThan(10);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  }, 120_000);

  it("reads the text of the editor, not the file", async () => {
    const root = project({ "policies/policy.ts": policyOf(loose) });
    expect(codesOf(await lint(root, policyOf(clean)))).toEqual([]);
    write(root, { "policies/policy.ts": policyOf(clean) });
    expect(codesOf(await lint(root, policyOf(loose)))).toEqual(["WRIT1208"]);
  });

  it("needs no file, and no tsconfig", async () => {
    expect(codesOf(await lint(project(), policyOf(loose)))).toEqual(["WRIT1208"]);
  });

  it("shows a problem of another module at the import that leads there", async () => {
    const root = project({
      "policies/index.ts": `export { isOld } from "./deep/old.js";\n`,
      "policies/deep/old.ts": `export const isOld = (name: string): boolean => name == "old";\n`,
    });
    const text = policyOf("isOld(container.name)", `import { isOld } from "./index.js";\n`);
    const [found, ...others] = await lint(root, text);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ line: 1, column: 23, endLine: 1, endColumn: 35 });
    expect(found?.message).toMatch(/^\[WRIT1208\] in policies\/deep\/old\.ts:1:49: /);
    // The rewritten code is for the other file.
    expect(found).not.toHaveProperty("suggestions");

    write(root, { "policies/deep/old.ts": `export const isOld = (name: string): boolean => name === "old";\n` });
    expect(codesOf(await lint(root, text))).toEqual([]);
    rmSync(join(root, "policies/deep/old.ts"));
    expect(codesOf(await lint(root, text))).toContain("WRIT1001");
  });

  it("does not take what another file had in the editor for what it holds", async () => {
    const root = project({ "policies/policy.ts": policyOf(clean), "policies/other.ts": "" });
    await lint(root, `${policyOf(clean)}export const limit = 2;\n`);
    const other = policyOf("limit > 1", `import { limit } from "./policy.js";\n`).replaceAll("example", "other");
    const [result] = await open(root).lintText(other, { filePath: join(root, "policies/other.ts") });
    expect(codesOf(result?.messages)).toContain("WRIT1001");
  });

  it("compiles with the parameters of the configuration", async () => {
    const text = policyOf(clean).replace("title:", `params: { limit: integer(1) },\n  title:`);
    const policy = text.replace("import { policy", "import { integer, policy");
    const root = project({
      "writ.config.ts": `import { defineConfig } from "@writ/cli";
const limit: string = process.env["WRIT_NO_SUCH_VARIABLE"] ?? "none";
export default defineConfig({ params: { example: { limit } } });\n`,
    });
    expect(codesOf(await lint(root, policy))).toEqual(["WRIT1602"]);
    write(root, { "writ.config.ts": "export default { params: { example: { limit: 2 } } };\n" });
    expect(codesOf(await lint(root, policy))).toEqual([]);
    // What is wrong with a configuration is for the command to say.
    write(root, { "writ.config.ts": "export default { params: { example: 1, other: " });
    expect(codesOf(await lint(root, policy))).toEqual([]);
  });

  it("leaves TypeScript's own errors to others when it is told to", async () => {
    const text = policyOf(`container.image.length > 3 && ${loose}`);
    expect(codesOf(await lint(project(), text))).toEqual(["WRIT1001", "WRIT1208"]);
    const rules = { "writ/translatable": ["error", { typescriptErrors: false }] } as const;
    const overrideConfig = [writ.configs.recommended, { rules }] as Linter.Config[];
    expect(codesOf(await lint(project(), text, { overrideConfig }))).toEqual(["WRIT1208"]);
  });

  it("says so when a module cannot be run, unless something else is wrong", async () => {
    const text = policyOf(clean).replace(`title: "T"`, `title: "T".repeat(-1)`);
    const [found, ...others] = await lint(project(), text);
    expect(others).toEqual([]);
    expect(found?.message).toMatch(/^\[WRIT2012\] the module throws when it is loaded: /);
    expect(codesOf(await lint(project(), `${text}throw new Error("no");\n`))).toEqual(["WRIT1003"]);
  });

  it("is silent about modules that export no policy", async () => {
    const root = project({ "policies/helper.ts": `export const isOld = (name: string): boolean => name == "old";\n` });
    const texts = {
      empty: "",
      comment: "// @writ/sdk",
      test: `import { policy } from "@writ/sdk";\nimport { it } from "vitest";\nit("works", () => void policy);\nexport {};\n`,
      types: `import type { Policy } from "@writ/sdk";\nexport const ids = (of: Policy[]) => of.map(({ id }) => id);\n`,
      unexported: policyOf(loose).replace("export ", ""),
      factory: `import { policy } from "@writ/sdk";\nexport const make = () => policy;\nlet counter = 0;\n`,
    };
    for (const [name, text] of Object.entries(texts)) expect(codesOf(await lint(root, text)), name).toEqual([]);
    expect((await open(root).lintFiles("policies")).flatMap(({ messages }) => messages)).toEqual([]);
  });

  it("knows a policy whatever its names are", async () => {
    const plain = policyOf(loose);
    const texts = {
      renamed: plain.replace("{ policy,", "{ policy as rule,").replace("= policy(", "= rule("),
      namespace: plain
        .replace("{ policy, workloads }", "* as writ")
        .replace("= policy(", "= writ.policy(")
        .replace("workloads()", "writ.workloads()"),
      list: `${plain.replace("export ", "")}export { example };\n`,
      default: `${plain.replace("export const example =", "export default")}`,
    };
    for (const [name, text] of Object.entries(texts)) {
      expect(codesOf(await lint(project(), text)), name).toEqual(["WRIT1208"]);
      // Also where the module cannot be run, because what it imports is not there.
      const broken = `import { gone } from "./gone.js";\n${text}export const more = gone;\n`;
      expect(codesOf(await lint(project(), broken)), name).toEqual(["WRIT1001"]);
    }
  });

  it("leaves a syntax error to the parser", async () => {
    const [found, ...others] = await lint(project(), policyOf("container.image ==="));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ fatal: true, line: 9 });
  });

  it("follows a comment that disables it", async () => {
    const text = policyOf(loose).replace("  deny:", "  // eslint-disable-next-line writ/translatable\n  deny:");
    expect(codesOf(await lint(project(), text))).toEqual([]);
  });

  it.each([
    ["carriage returns", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark", (text: string) => `\uFEFF${text}`],
  ])("finds its place among %s", async (_name, change) => {
    const [found] = await lint(project(), change(policyOf(loose)));
    expect(found).toMatchObject({ line: 9, column: 24, endLine: 9, endColumn: 45 });
  });

  it("finds its place after a separator that is no line feed", async () => {
    const text = policyOf(`container.name === "\u2028" || container.name == "b"`);
    const [found] = await lint(project(), text);
    // ESLint counts a line more than the compiler.
    expect(found).toMatchObject({ line: 10, column: 6, endLine: 10, endColumn: 27 });
    const [start, end] = found?.suggestions?.[0]?.fix.range ?? [0, 0];
    expect(text.slice(start, end)).toBe("==");
  });

  it("can be extended by name, beside other configurations of the same files", async () => {
    const { defineConfig } = (await import(major === "9" ? "eslint-9/config" : "eslint/config")) as typeof eslintConfig;
    const overrideConfig = defineConfig([
      { plugins: { writ }, extends: ["writ/recommended"] },
      { files: ["policies/**/*.ts"], plugins: { writ }, rules: { "writ/translatable": "warn", eqeqeq: "error" } },
    ]);
    const found = await lint(project(), policyOf(loose), { overrideConfig });
    expect(found.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ["writ/translatable", 1],
      ["eqeqeq", 2],
    ]);
  });

  it("makes with --fix what means the same, and offers the rest", async () => {
    const before = `${policyOf(`limit > 1 && container.name == "a"`)}let limit = 2;\n`;
    const [result] = await open(project(), { fix: true }).lintText(before, { filePath: "policies/policy.ts" });
    const after = before.replace("let limit", "const limit");
    expect(result?.output).toBe(after);
    const [found, ...others] = result?.messages ?? [];
    expect(others).toEqual([]);
    expect(found?.suggestions).toHaveLength(1);
    const { desc, fix } = found!.suggestions![0]!;
    expect(desc).toBe("Write `===`");
    const [start, end] = fix.range;
    const mended = `${after.slice(0, start)}${fix.text}${after.slice(end)}`;
    expect(mended).toBe(after.replace("==", "==="));
    expect(codesOf(await lint(project(), mended))).toEqual([]);
  });
});

describe("a module that does not end", () => {
  it("is given up", async () => {
    const overrideConfig = [writ.configs.recommended];
    const eslint = new ESLint10({ cwd: project(), overrideConfigFile: true, overrideConfig });
    const text = `${policyOf(clean)}while (true) continue;\n`;
    const [result] = await eslint.lintText(text, { filePath: "policies/policy.ts" });
    expect(codesOf(result?.messages)).toEqual(["WRIT1003"]);
  });
});

describe("the eslint command", () => {
  const config = `import writ from "@writ/eslint-plugin";\nexport default [writ.configs.recommended];\n`;

  it.each(["eslint", "eslint-9"])("of %s works with two lines of configuration", (name) => {
    const root = project({
      "eslint.config.mjs": config,
      "policies/bad/policy.ts": policyOf(refused),
      "policies/good/policy.ts": policyOf(clean),
      "src/other.ts": "export const now: number = Date.now();\n",
    });
    const command = join(dirname(require.resolve(`${name}/package.json`)), "bin/eslint.js");
    const run = spawnSync(process.execPath, [command, "."], { cwd: root, encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(run.stdout).toContain(join(root, "policies/bad/policy.ts"));
    expect(run.stdout).toContain("9:24  error  [WRIT1001]");
    expect(run.stdout).toContain("1 problem");
    expect(run.stdout).toContain("writ/translatable");
    expect(run.status).toBe(1);
  });

  it("loads no compiler where there is no policy", () => {
    const root = project({ "eslint.config.mjs": config, "src/other.ts": "export const one = 1;\n" });
    const script = `
      const { ESLint } = await import(${JSON.stringify(require.resolve("eslint"))});
      const { createRequire } = await import("node:module");
      const loaded = () => Object.keys(createRequire(import.meta.url).cache).some((file) => /ts-morph/.test(file));
      const eslint = new ESLint();
      await eslint.lintFiles(["src"]);
      process.stdout.write(String(loaded()));
      await eslint.lintText(${JSON.stringify(policyOf(clean))}, { filePath: "policy.ts" });
      process.stdout.write(" " + String(loaded()));`;
    const args = ["--input-type=module", "--eval", script];
    const run = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    expect(`${run.stdout}${run.stderr}`).toBe("false true");
  });
});
