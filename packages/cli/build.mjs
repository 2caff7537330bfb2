// Bundles the command into a few files, so that a warm start reads and parses little. Run by scripts/run.mjs after `tsc -b`.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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
    hashFolder(hash, join(packages, name, name === "cli" ? "src" : "dist"), /(?<!\.d|\.test)\.[jt]s$/);
  }
  // What policies are compiled with, but no JavaScript.
  hashFolder(hash, join(packages, "compiler", "rego-lib"), /(?<!_test)\.rego$/);
  hashFolder(hash, join(packages, "opa", "go"), /\.(?:go|mod|sum)$/);
  return hash.digest("hex").slice(0, 16);
}

function hashFolder(hash, folder, wanted) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && wanted.test(entry.name),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const path of paths) hash.update(path.slice(packages.length)).update(readFileSync(path));
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

/**
 * These bring the TypeScript compiler, esbuild, OPA and fast-check: loaded from their packages, only when something must be compiled. Only
 * these exact names: `@writ/compiler/ir` and `@writ/opa/evaluate` are small, and every start needs them.
 */
const loadedWhenNeeded = {
  name: "loaded-when-needed",
  setup({ onResolve }) {
    onResolve(
      {
        filter:
          /^(@writ\/compiler|@writ\/opa|@writ\/apiserver|@writ\/prove(?:\/engines)?|@writ\/sdk\/generate|chokidar|esbuild|yaml)$/,
      },
      ({ path }) => ({
        path,
        external: true,
      }),
    );
  },
};

/** Commander starts programs of other files, which this command never does; loading node:child_process costs milliseconds. */
const withoutSubprocesses = {
  name: "without-subprocesses",
  setup({ onResolve }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes("commander") ? { path: "child_process", namespace: "absent" } : undefined,
    );
  },
};

rmSync(outdir, { recursive: true, force: true });
mkdirSync(outdir, { recursive: true });
writeFileSync(join(outdir, "package.json"), '{ "type": "commonjs" }\n');
// CommonJS: Node starts one CommonJS file some 20 ms sooner than a set of ES modules.
await build({
  entryPoints: {
    writ: join(here, "src", "main.ts"),
    "judge-worker": join(here, "src", "judge", "judge-worker.ts"),
    "compile-policies": join(here, "src", "vitest", "compile-policies.ts"),
  },
  outdir,
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  minify: true,
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "none",
  logLevel: "warning",
  plugins: [withoutHostBuiltins, withoutSubprocesses, loadedWhenNeeded],
  define: {
    WRIT_BUILD_ID: JSON.stringify(buildId()),
    WRIT_VERSION: JSON.stringify(manifest.version),
    "import.meta.url": "writModuleUrl",
  },
  banner: { js: 'const writModuleUrl = require("node:url").pathToFileURL(__filename).href;' },
});
