import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type CompiledPolicy, kindKey } from "../../ir/policy.js";
import { type Module, type Term, global } from "./ast.js";
import { policyModule, policyPackage } from "./module.js";
import { snakeCase } from "./names.js";
import { printModule } from "./print.js";

/** Rego sources and where to enter them. */
export interface RegoBundle {
  /** Text by path; paths are relative, with forward slashes. */
  readonly modules: Readonly<Record<string, string>>;
  /** The entrypoint of each kind, by kind key (`apps/v1/Deployment`). */
  readonly entrypoints: Readonly<Record<string, string>>;
}

/**
 * Emits policies as Rego v1: a module for each policy, one for each kind, and the library that they use. The entrypoint of a
 * kind is one document that names every policy of the kind, so that a policy that could not run is not taken for a clean one:
 * then the whole document is undefined.
 */
export function emitRego(policies: readonly CompiledPolicy[]): RegoBundle {
  const modules = policies.map((policy) => {
    const module = policyModule(policy);
    return { path: `policies/${policy.id}.rego`, module, imports: module.imports };
  });
  const byKind = new Map<string, CompiledPolicy[]>();
  for (const policy of policies) {
    for (const kind of policy.kinds) byKind.set(kindKey(kind), [...(byKind.get(kindKey(kind)) ?? []), policy]);
  }
  const taken = new Set<string>();
  const kinds = [...byKind].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, of]) => entryModule(key, of, taken));
  const texts = [
    ...modules.map(({ path, module }) => [path, printModule(module)] as const),
    ...kinds.map(({ path, module }) => [path, printModule(module)] as const),
    ...libraryModules(modules.flatMap(({ imports }) => imports)),
  ];
  return {
    modules: Object.fromEntries(texts),
    entrypoints: Object.fromEntries(kinds.map(({ key, entrypoint }) => [key, entrypoint])),
  };
}

function entryModule(key: string, policies: readonly CompiledPolicy[], taken: Set<string>) {
  const name = unlike(taken, snakeCase(key.replaceAll("/", "_")));
  const members = policies
    .map((policy): readonly [string, Term] => [
      policy.id,
      global(`data.${policyPackage(policy.id).join(".")}.violations`),
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const module: Module = {
    comment: [`Every policy that judges ${key}.`],
    package: ["writ", "entry", name],
    imports: [],
    rules: [
      { kind: "value", name: "judgement", args: [], branches: [{ value: { kind: "object", members }, body: [] }] },
    ],
  };
  return { key, path: `entry/${name}.rego`, entrypoint: `writ/entry/${name}/judgement`, module };
}

// The groups `a.b` and `a-b` give one name; one entrypoint in place of two would leave a kind unjudged.
function unlike(taken: Set<string>, name: string): string {
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}_${String(count)}`;
  taken.add(free);
  return free;
}

const libraryFolder = new URL("../../../rego-lib/", import.meta.url);

/** The library modules that are imported, and those that these import. */
function libraryModules(imports: readonly string[]): readonly (readonly [string, string])[] {
  const files = new Set(readdirSync(fileURLToPath(libraryFolder)));
  const wanted = new Map<string, string>();
  const want = (path: string): void => {
    const name = path.replace("data.writ.lib.", "");
    if (wanted.has(name) || !files.has(`${name}.rego`)) return;
    const text = readFileSync(new URL(`${name}.rego`, libraryFolder), "utf8");
    wanted.set(name, text);
    for (const [, other] of text.matchAll(/^import data\.writ\.lib\.(\w+)$/gm)) if (other !== undefined) want(other);
  };
  imports.forEach(want);
  return [...wanted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, text]) => [`lib/${name}.rego`, text] as const);
}
