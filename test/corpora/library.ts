import { readdirSync } from "node:fs";
import { isPolicy, type Policy } from "@writ/sdk";

const root = new URL("../../policies/", import.meta.url);

/** Every policy of the library, by id. */
export async function readLibrary(): Promise<ReadonlyMap<string, Policy>> {
  const modules = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("/policy.ts") && !path.includes("node_modules"))
    .sort();
  const library = new Map<string, Policy>();
  for (const path of modules) {
    const exports = (await import(/* @vite-ignore */ new URL(path, root).href)) as Record<string, unknown>;
    for (const value of Object.values(exports)) if (isPolicy(value)) library.set(value.id, value);
  }
  return library;
}
