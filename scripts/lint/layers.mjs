/**
 * Which part of the repository may import which. ARCHITECTURE.md states the order in words; this table is what holds it.
 */

/** Packages of ours by folder, with those that each may import. Tests may import any. */
export const packages = {
  "packages/sdk": { name: "@writ/sdk", imports: [] },
  "packages/opa": { name: "@writ/opa", imports: [] },
  "packages/apiserver": { name: "@writ/apiserver", imports: [] },
  "packages/inputs": { name: "@writ/inputs", imports: [] },
  "packages/compiler": { name: "@writ/compiler", imports: ["@writ/sdk"] },
  "packages/prove": { name: "@writ/prove", imports: ["@writ/compiler", "@writ/sdk"] },
  "packages/cli": {
    name: "@writ/cli",
    imports: [
      "@writ/apiserver",
      "@writ/compiler",
      "@writ/inputs",
      "@writ/opa",
      "@writ/policies",
      "@writ/prove",
      "@writ/sdk",
    ],
  },
  "packages/eslint-plugin": { name: "@writ/eslint-plugin", imports: ["@writ/compiler"] },
  policies: { name: "@writ/policies", imports: ["@writ/sdk"] },
};

/** Modules that only hand on a package above their own, an optional peer, to whoever has it (docs/adr/0010). */
export const doors = { "packages/sdk/vitest/index.d.ts": "@writ/cli" };

const foundations = ["diagnostics", "ir", "intrinsics", "regex"];

/** Folders of packages/compiler/src, with those that each may import besides itself. Files directly in src may import all. */
export const stages = {
  diagnostics: [],
  regex: ["diagnostics"],
  ir: foundations,
  intrinsics: foundations,
  source: foundations,
  check: [...foundations, "source"],
  lower: [...foundations, "source", "check"],
  passes: foundations,
  targets: [...foundations, "passes"],
};

/** The stages that read TypeScript; after them there is only the IR. */
export const readsTypeScript = ["source", "check", "lower"];

/** Targets whose tree and printer others build on. */
export const sharedTargets = ["rego", "cel", "cluster"];
