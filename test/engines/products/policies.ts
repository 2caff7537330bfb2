import { fileURLToPath } from "node:url";
import { compile, type CompiledPolicy } from "@writ/compiler";
import type { JsonObject } from "../src/engine.js";
import { readModules } from "../../harness/workbench.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The objects of a product, as a cluster takes them; of a part that the product does not have, none. */
export function objectsOf(part: readonly unknown[] | undefined): readonly JsonObject[] {
  return (part ?? []) as readonly JsonObject[];
}

/** The policies of a module in this folder, by id. */
export async function compiledFixture(name: string): Promise<Readonly<Record<string, CompiledPolicy>>> {
  const file = fileURLToPath(new URL(`./fixtures/${name}.ts`, import.meta.url));
  const { policies, diagnostics } = compile({ root, modules: await readModules([file]), params: {} });
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return Object.fromEntries(policies.map((policy) => [policy.id, policy]));
}
