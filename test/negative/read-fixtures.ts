import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile, type CompileResult, type PolicyModule } from "@writ/compiler";
import { readModules } from "../harness/workbench.js";
import { type Fixture, readFixture } from "./fixture.js";

/** The folder of the fixtures, with a slash. */
export const root = fileURLToPath(new URL("fixtures/", import.meta.url));

/** The modules with mistakes, by name. */
export const names: readonly string[] = readdirSync(root)
  .filter((name) => name.endsWith(".ts"))
  .sort();

/** What each module expects of the compiler. */
export const fixtures: ReadonlyMap<string, Fixture> = new Map(
  names.map((name) => [name, readFixture(`${root}${name}`)]),
);

/** A module that cannot be imported, such as one with a syntax error, has no policies to go by. */
async function importOf(name: string): Promise<PolicyModule> {
  const file = `${root}${name}`;
  const [module] = await readModules([file]).catch((): PolicyModule[] => []);
  return module ?? { file, policies: {} };
}

/** The fixtures imported, and compiled together. */
export async function compileFixtures(): Promise<{
  readonly modules: readonly PolicyModule[];
  readonly result: CompileResult;
}> {
  const modules = await Promise.all(names.map(importOf));
  const params = Object.fromEntries(
    [...fixtures].map(([name, { configured }]) => [name.replace(/\.ts$/, ""), configured]),
  );
  return { modules, result: compile({ root, modules, params }) };
}
