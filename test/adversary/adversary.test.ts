import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "@writ/compiler";
import { format, resolveConfig } from "prettier";
import { describe, expect, it } from "vitest";
import type { Case } from "../conformance/case.js";
import { knownRefusals } from "../engines/matrix/known-refusals.js";
import { readModules } from "../harness/workbench.js";
import { themes } from "./themes.js";

const root = fileURLToPath(new URL("../", import.meta.url));
const prefix = "adversary-";

/** One policy of the list, and what became of it. */
interface Attack {
  readonly name: string;
  /** Below `test/`. */
  readonly file: string;
  readonly title: string;
  readonly requests: number;
  /** The codes that refuse it, each once; none for a policy that builds. */
  readonly codes: readonly string[];
}

const attacks = new Map([...(await building()), ...(await refused())].map((attack) => [attack.name, attack]));

/** The policies that build: every engine of the matrix is asked about them. */
async function building(): Promise<readonly Attack[]> {
  const names = named(readdirSync(`${root}conformance`));
  return attacksIn(names.map((name) => [name, `conformance/${prefix}${name}/policy.ts`]));
}

/** The policies that do not. */
async function refused(): Promise<readonly Attack[]> {
  const names = named(readdirSync(`${root}negative/fixtures`).map((file) => file.replace(/\.ts$/, "")));
  return attacksIn(names.map((name) => [name, `negative/fixtures/${prefix}${name}.ts`]));
}

function named(files: readonly string[]): readonly string[] {
  return files.flatMap((file) => (file.startsWith(prefix) ? [file.slice(prefix.length)] : [])).sort();
}

async function attacksIn(files: readonly (readonly [name: string, file: string])[]): Promise<readonly Attack[]> {
  const modules = await readModules(files.map(([, file]) => `${root}${file}`));
  const { diagnostics } = compile({ root, modules, params: {} });
  return Promise.all(
    files.map(async ([name, file], at): Promise<Attack> => {
      const [policy] = Object.values(modules[at]?.policies ?? {});
      const codes = new Set(diagnostics.flatMap((found) => (found.file === file ? [found.code] : [])));
      return { name, file, title: policy?.title ?? "", requests: await requestsOf(file), codes: [...codes].sort() };
    }),
  );
}

async function requestsOf(file: string): Promise<number> {
  if (!file.endsWith("/policy.ts")) return 0;
  const module = `${root}${file.replace(/policy\.ts$/, "cases.ts")}`;
  return ((await import(/* @vite-ignore */ module)) as { readonly cases: readonly Case[] }).cases.length;
}

/** Where an engine has no form of a policy, the matrix knows it. */
function outcomeOf({ name, codes }: Attack): string {
  if (codes.length > 0) return `refused: ${codes.join(", ")}`;
  const without = knownRefusals.filter(({ subjects }) => subjects.includes(`${prefix}${name}`));
  return without.length === 0 ? "agrees" : `agrees; none in ${without.flatMap(({ columns }) => columns).join(", ")}`;
}

// A title may hold anything: it must not end its cell.
function cell(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
    .replace(/[\\`*_{}[\]<>()#|!~$]/g, "\\$&")
    .trim();
}

async function page(): Promise<string> {
  const all = [...attacks.values()];
  const agreeing = all.filter(({ codes }) => codes.length === 0);
  const sections = Object.entries(themes).map(([theme, names]) => {
    const rows = names.flatMap((name) => {
      const attack = attacks.get(name);
      if (attack === undefined) return [];
      return [`| [${name}](../test/${attack.file}) | ${cell(attack.title)} | ${outcomeOf(attack)} |`];
    });
    return `## ${theme}\n\n| policy | what it attacks | outcome |\n| --- | --- | --- |\n${rows.join("\n")}`;
  });
  const text = [
    "# Policies that were written to make engines disagree",
    `${String(all.length)} policies, each of which agrees everywhere or is refused with a code: ${String(agreeing.length)} agree, ` +
      `${String(all.length - agreeing.length)} are refused. What \`agrees\` says is held by \`npm test\` for the TypeScript, the interpreter and ` +
      "WASM, and by `npm run test:engines` for OPA, the API server's CEL and Kyverno: on the requests written for each policy and on those made from it.",
    "`npx vitest run test/adversary -u` writes this page.",
    ...sections,
  ].join("\n\n");
  const file = `${root}../docs/adversary.md`;
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}

describe("the adversary's list", () => {
  it("names every policy once", () => {
    const listed = Object.values(themes).flat();
    expect([...listed].sort()).toEqual([...attacks.keys()].sort());
  });

  it("is as long as it should be", () => {
    expect(attacks.size).toBeGreaterThanOrEqual(60);
    for (const { name, requests, codes } of attacks.values()) expect(requests + codes.length, name).toBeGreaterThan(0);
  });

  it("holds no policy that builds among those that are refused, nor the reverse", () => {
    const misplaced = [...attacks.values()].filter(
      ({ file, codes }) => (codes.length === 0) !== file.startsWith("conformance/"),
    );
    expect(misplaced).toEqual([]);
  });

  it("says of each what it attacks", () => {
    const titles = [...attacks.values()].map(({ title }) => title);
    expect(titles).not.toContain("");
    expect(new Set(titles).size).toBe(titles.length);
  });

  it("is shown in the documentation", async () => {
    await expect(await page()).toMatchFileSnapshot("../../docs/adversary.md");
  });
});
