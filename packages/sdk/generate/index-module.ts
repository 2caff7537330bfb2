import type { ModuleNode } from "../src/generate/tree.js";
import { header } from "./models.js";
import { compare } from "./openapi.js";

/** Group-versions whose names win; then the alphabet. */
const first = ["core/v1", "meta/v1", "apps/v1", "batch/v1", "rbac/v1", "networking/v1", "policy/v1", "autoscaling/v2"];
/** Names that the SDK gives to something of its own. */
const reserved: ReadonlySet<string> = new Set(["Condition"]);

/**
 * The text of src/models/index.ts: every name of a stable version under its plain name. Kinds win over structs, then `first`,
 * then the alphabet: `Event` is core's, `ResourceClaim` is the kind of resource/v1 and not core's struct. Whatever loses, and
 * every alpha and beta version, is imported from `@writ/sdk/models/<group>/<version>`.
 */
export function indexText(modules: ReadonlyMap<string, ModuleNode>): string {
  const stable = [...modules.keys()]
    .filter((name) => /\/v\d+$/.test(name))
    .sort((a, b) => rank(a) - rank(b) || compare(a, b));
  const owners = new Map<string, string>();
  const claim = (name: string, module: string): void => {
    if (!owners.has(name) && !reserved.has(name)) owners.set(name, module);
  };
  for (const module of stable) for (const { name } of modules.get(module)?.kinds ?? []) claim(name, module);
  for (const module of stable) for (const { name } of modules.get(module)?.interfaces ?? []) claim(name, module);
  const blocks = stable.map((module) => {
    const kinds = new Set(modules.get(module)?.kinds.map(({ name }) => name));
    const names = [...owners].filter(([, owner]) => owner === module).map(([name]) => name);
    const values = names.filter((name) => kinds.has(name));
    return (
      exportText("export", values, module) +
      exportText(
        "export type",
        names.filter((name) => !kinds.has(name)),
        module,
      )
    );
  });
  return `// ${header[0]}\n\n${blocks.join("")}`;
}

function rank(module: string): number {
  const index = first.indexOf(module);
  return index < 0 ? first.length : index;
}

function exportText(head: string, names: readonly string[], module: string): string {
  if (names.length === 0) return "";
  const sorted = [...names].sort(compare);
  const line = `${head} { ${sorted.join(", ")} } from "./${module}.js";\n`;
  if (line.length <= 121) return line;
  return `${head} {\n${sorted.map((name) => `  ${name},\n`).join("")}} from "./${module}.js";\n`;
}
