// Bundles the command into a few files, so that a warm start reads and parses little. Run by scripts/run.mjs after `tsc -b`.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "..");
const outdir = join(here, "dist", "bundle");
const manifest = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));

/** The content of everything that decides what a policy means: a cache made by other code must not be used. */
function buildId() {
  const hash = createHash("sha256");
  for (const name of ["sdk", "compiler", "opa", "inputs", "cli"]) {
    const folder = join(packages, name, name === "cli" ? "src" : "dist");
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && /(?<!\.d|\.test)\.[jt]s$/.test(entry.name),
    );
    const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
    for (const path of paths) hash.update(path.slice(packages.length)).update(readFileSync(path));
  }
  return hash.digest("hex").slice(0, 16);
}

/** opa-wasm brings YAML and sprintf for builtins that a policy of ours never calls. */
const withoutHostBuiltins = {
  name: "without-host-builtins",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(yaml|sprintf-js)$/ }, ({ importer, path }) =>
      importer.includes("opa-wasm") ? { path, namespace: "absent" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "absent" }, () => ({ contents: "module.exports = {};", loader: "js" }));
  },
};

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: { writ: join(here, "src", "main.ts"), "judge-worker": join(here, "src", "judge", "judge-worker.ts") },
  outdir,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  minify: true,
  keepNames: true,
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "none",
  logLevel: "warning",
  chunkNames: "chunk-[hash]",
  // These bring the TypeScript compiler, esbuild and OPA: loaded from their packages, only when something must be compiled.
  external: ["@writ/compiler", "@writ/opa", "@writ/sdk/generate", "esbuild"],
  plugins: [withoutHostBuiltins],
  define: { WRIT_BUILD_ID: JSON.stringify(buildId()), WRIT_VERSION: JSON.stringify(manifest.version) },
  banner: { js: 'import { createRequire as writRequire } from "node:module"; const require = writRequire(import.meta.url);' },
});
