import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const eslint = new ESLint({
  cwd: root,
  // With CI=true the parser would take the texts from the disk, once for all, and not those that the tests give.
  overrideConfig: { languageOptions: { parserOptions: { disallowAutomaticSingleRunInference: true } } },
});

/** The rules that fire on a text as if it stood in the given file, which must exist for rules that ask the types. */
async function rulesFor(file: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: `${root}${file}` });
  return [...new Set(result?.messages.map(({ ruleId }) => ruleId) ?? [])];
}

async function messagesFor(file: string, specifier: string): Promise<string[]> {
  const [result] = await eslint.lintText(`export * from "${specifier}";\n`, { filePath: `${root}${file}` });
  return result?.messages.filter(({ ruleId }) => ruleId === "house/import-order").map(({ message }) => message) ?? [];
}

// The first text waits for the types of the whole repository, which takes longer than a test may on a busy machine.
beforeAll(() => rulesFor("packages/sdk/src/index.ts", ""), 300_000);

describe("import order", () => {
  it.each([
    ["packages/sdk/src/index.ts", "@writ/compiler", "@writ/sdk must not import @writ/compiler"],
    ["packages/sdk/vitest/index.d.ts", "@writ/compiler/ir", "@writ/sdk must not import @writ/compiler"],
    ["packages/opa/src/index.ts", "@writ/sdk/runtime", "@writ/opa must not import @writ/sdk"],
    ["packages/inputs/src/index.ts", "@writ/cli", "@writ/inputs must not import @writ/cli"],
    ["packages/compiler/src/index.ts", "@writ/opa", "@writ/compiler must not import @writ/opa"],
    [
      "packages/opa/src/index.ts",
      "../../sdk/src/index.js",
      "`../../sdk/src/index.js` leaves the package: import by package name",
    ],
    ["policies/rbac/no-wildcard-rbac/policy.ts", "node:fs", "a policy may import only @writ/sdk"],
    ["policies/rbac/no-wildcard-rbac/policy.ts", "yaml", "a policy may import only @writ/sdk"],
    [
      "packages/compiler/src/ir/nodes.ts",
      "ts-morph",
      "`ir` must not import ts-morph: only source, check, lower read TypeScript",
    ],
    ["packages/compiler/src/ir/nodes.ts", "../lower/policy.js", "`ir` must not import `lower`, a later stage"],
    [
      "packages/compiler/src/source/project.ts",
      "../check/module.js",
      "`source` must not import `check`, a later stage",
    ],
    [
      "packages/compiler/src/lower/policy.ts",
      "../targets/rego/index.js",
      "`lower` must not import `targets`, a later stage",
    ],
    [
      "packages/compiler/src/targets/rego/module.ts",
      "../../lower/policy.js",
      "`targets` must not import `lower`, a later stage",
    ],
    [
      "packages/compiler/src/targets/rego/module.ts",
      "../kyverno/index.js",
      "target `rego` must not import target `kyverno`",
    ],
    [
      "packages/compiler/src/ir/nodes.ts",
      "../compile.js",
      "`ir` must not import `compile.js`, which comes after every stage",
    ],
  ])("holds %s back from %s", async (file, specifier, message) => {
    expect(await messagesFor(file, specifier)).toEqual([message]);
  });

  it.each([
    ["packages/cli/src/index.ts", "@writ/opa/evaluate"],
    ["packages/compiler/src/index.ts", "./targets/rego/index.js"],
    ["packages/compiler/src/lower/policy.ts", "ts-morph"],
    ["packages/compiler/src/lower/policy.ts", "../check/module.js"],
    ["packages/compiler/src/targets/rego/module.ts", "../../ir/index.js"],
    ["packages/sdk/src/policy.ts", "./params.js"],
    ["packages/sdk/vitest/index.d.ts", "@writ/cli/vitest"],
    ["packages/opa/src/index.ts", "node:fs"],
    ["policies/rbac/no-wildcard-rbac/policy.ts", "@writ/sdk"],
    ["packages/opa/src/compile.test.ts", "@writ/compiler"],
  ])("lets %s import %s", async (file, specifier) => {
    expect(await messagesFor(file, specifier)).toEqual([]);
  });
});

describe("rules of the house", () => {
  it.each([
    ["any", "export const f = (x: any): number => 1;", "@typescript-eslint/no-explicit-any"],
    ["a let of the module", "let count = 0;\nexport const next = (): number => (count += 1);", "no-restricted-syntax"],
    ["an exported let", "export let count = 0;", "no-restricted-syntax"],
    [
      "a switch that forgets a case",
      'export function f(x: "a" | "b"): number {\n  switch (x) {\n    case "a":\n      return 1;\n  }\n  return 0;\n}',
      "@typescript-eslint/switch-exhaustiveness-check",
    ],
    [
      "a default after every case",
      'export function f(x: "a" | "b"): number {\n  switch (x) {\n    case "a":\n      return 1;\n    case "b":\n      return 2;\n    default:\n      return 3;\n  }\n}',
      "@typescript-eslint/switch-exhaustiveness-check",
    ],
    [
      "a promise that nobody awaits",
      "export const f = (): void => {\n  Promise.resolve(1);\n};",
      "@typescript-eslint/no-floating-promises",
    ],
    ["a loose comparison", "export const f = (x: unknown): boolean => x == 1;", "eqeqeq"],
    [
      "a plain import of a type",
      'import { Toolchain } from "./result.js";\nexport type T = Toolchain;',
      "@typescript-eslint/consistent-type-imports",
    ],
  ])("find %s", async (_, text, rule) => {
    expect(await rulesFor("packages/opa/src/index.ts", `${text}\n`)).toContain(rule);
  });
});
