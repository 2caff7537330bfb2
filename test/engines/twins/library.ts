import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openWorkbench, type Bench } from "../../harness/workbench.js";
import type { Twin } from "./twin.js";
import { twins } from "./twins.js";

/** A policy of the library with its default parameters, and its twin. */
export interface Twinned {
  readonly id: string;
  readonly bench: Bench;
  readonly twin: Twin;
}

/** Every policy that has a twin. Throws when one does not compile, or when a twin has no policy. */
export async function twinnedPolicies(): Promise<readonly Twinned[]> {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const ids = Object.keys(twins);
  const files = readdirSync(`${root}policies`, { recursive: true, encoding: "utf8" })
    .filter((path) => ids.some((id) => path.endsWith(`/${id}/policy.ts`)) && !path.includes("node_modules"))
    .map((path) => `${root}policies/${path}`);
  const { policies, diagnostics } = await openWorkbench(root, files);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return Object.entries(twins).map(([id, twin]) => {
    const bench = policies.find(({ compiled }) => compiled.id === id);
    if (bench === undefined) throw new Error(`there is no policy ${id}`);
    return { id, bench, twin };
  });
}
