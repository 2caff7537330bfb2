import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile, type CompiledPolicy } from "@writ/compiler";
import { readModules } from "../../harness/workbench.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Every policy below some folders of the repository. Throws when one does not compile. */
export async function compiledBelow(...folders: readonly string[]): Promise<readonly CompiledPolicy[]> {
  const files = folders.flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith("/policy.ts") && !path.includes("node_modules"))
      .sort()
      .map((path) => `${root}${folder}/${path}`),
  );
  const { policies, diagnostics } = compile({ root, modules: await readModules(files), params: {} });
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ file, message }) => `${file}: ${message}`).join("\n"));
  return policies;
}

/** The policies of a module in this folder, by id. */
export async function compiledFixture(name: string): Promise<Readonly<Record<string, CompiledPolicy>>> {
  const file = fileURLToPath(new URL(`./fixtures/${name}.ts`, import.meta.url));
  const { policies, diagnostics } = compile({ root, modules: await readModules([file]), params: {} });
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return Object.fromEntries(policies.map((policy) => [policy.id, policy]));
}
