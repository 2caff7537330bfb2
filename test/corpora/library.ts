import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compile } from "@writ/compiler";
import type { CompiledPolicy } from "@writ/compiler/ir";
import type { Policy } from "@writ/sdk";
import { readModules } from "../harness/workbench.js";

const root = new URL("../../", import.meta.url);

/** A policy of the library in both its forms. */
export interface LibraryPolicy {
  readonly native: Policy;
  readonly compiled: CompiledPolicy;
}

/** Every policy of the library, by id. A policy that does not compile is an error of the library. */
export async function readLibrary(): Promise<ReadonlyMap<string, LibraryPolicy>> {
  const modules = await readModules(policyFiles());
  const { policies, diagnostics } = compile({ root: fileURLToPath(root), modules, params: {} });
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const natives = modules.flatMap((module) => Object.values(module.policies));
  return new Map(
    policies.flatMap((compiled) => {
      const native = natives.find(({ id }) => id === compiled.id);
      return native === undefined ? [] : [[compiled.id, { native, compiled }] as const];
    }),
  );
}

function policyFiles(): readonly string[] {
  const folder = new URL("policies/", root);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("/policy.ts") && !path.includes("node_modules"))
    .sort()
    .map((path) => fileURLToPath(new URL(path, folder)));
}
