/**
 * Brings a clone to the state in which writ runs: packages installed, TypeScript compiled, the command bundled, OPA built. Each step
 * leaves a stamp, the hash of what it was made from, and is left out while that is unchanged.
 */
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { contentHash, filesBelow, isStamped, stamp, statHash } from "./stamps.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url));

const pnpm = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).packageManager;
const node = process.execPath;

/**
 * Ends the process when a step that everything needs fails. `forTests` adds what only tests use. The result says whether there is
 * a Rego compiler.
 */
export async function setUp({ forTests = false } = {}) {
  requireNode();
  // The Go build needs nothing of the others, and most of an install is waiting for the network.
  const opa = buildOpa(forTests);
  if (!(await install()) || !(await compile()) || !(await bundle())) {
    await opa;
    process.exit(1);
  }
  const { done, rego } = await opa;
  if (!done) process.exit(1);
  return { rego };
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(
    `writ needs Node 20.19 or newer; this is ${process.versions.node}: https://nodejs.org/en/download\n`,
  );
  process.exit(2);
}

function install() {
  const manifests = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", "policies/package.json"];
  const packages = filesBelow(join(root, "packages"), { name: /^package\.json$/, depth: 2 });
  const key = contentHash([...manifests.map((file) => join(root, file)), ...packages], root);
  return step("install packages", "install", key, ["node_modules/.modules.yaml"], () =>
    // CI=true answers pnpm's question whether it may replace a node_modules of another making.
    run("npx", ["--yes", pnpm, "install", "--frozen-lockfile", "--reporter=append-only"], { CI: "true" }),
  );
}

function sourceFiles() {
  const folders = ["packages", "policies"].map((folder) => join(root, folder));
  return folders.flatMap((folder) => filesBelow(folder, { name: /(?<!\.test)\.(ts|mjs|json|rego)$/ }));
}

function compile() {
  const key = statHash([...sourceFiles(), join(root, "tsconfig.json"), join(root, "tsconfig.base.json")], root);
  const outputs = ["sdk", "compiler", "opa", "apiserver", "inputs", "prove", "cli", "eslint-plugin"].map(
    (name) => `packages/${name}/dist/.tsbuildinfo`,
  );
  return step("compile TypeScript", "compile", key, outputs, () =>
    run(node, ["node_modules/typescript-7/bin/tsc", "-b"]),
  );
}

function bundle() {
  // The identity of a build covers what policies are compiled with: Rego and OPA's compiler as well.
  const others = ["packages/compiler/rego-lib", "packages/opa/go"].flatMap((folder) =>
    filesBelow(join(root, folder), { name: /./ }),
  );
  const key = statHash([...sourceFiles(), ...others], root);
  return step("bundle the command", "bundle", key, ["packages/cli/dist/bundle/writ.js"], () =>
    run(node, ["packages/cli/build.mjs"]),
  );
}

async function buildOpa(forTests) {
  const sources = filesBelow(join(root, "packages/opa/go"), { name: /./ });
  const key = statHash([...sources, join(root, "packages/opa/build.mjs")], root);
  const name = forTests ? "opa-for-tests" : "opa";
  const outputs = ["packages/opa/dist/opa.wasm"];
  if (isStamped(root, name, key, outputs)) return { done: true, rego: true };
  if (!answers("go", ["version"])) {
    const rego = answers("opa", ["version"]);
    if (!rego) sayWhatIsMissing();
    return { done: true, rego };
  }
  const done = await step("build OPA for Node with Go", name, key, outputs, () =>
    run(node, ["packages/opa/build.mjs", ...(forTests ? ["--topdown"] : [])]),
  );
  return { done, rego: done };
}

function sayWhatIsMissing() {
  process.stderr.write(
    [
      "",
      "There is no Rego compiler: writ builds OPA's with Go, and finds neither `go` nor `opa` on PATH.",
      "  Install Go 1.26 or newer (https://go.dev/dl/) and repeat the command; it builds OPA once, in about a minute.",
      "  Or put the `opa` binary, 1.0 or newer, on PATH (https://github.com/open-policy-agent/opa/releases).",
      "Until then `npx writ check --engine native PATHS` judges with the policies' own TypeScript.",
      "",
      "",
    ].join("\n"),
  );
}

/** Runs `work` unless the stamp holds and every output is there. */
async function step(title, name, key, outputs, work) {
  if (isStamped(root, name, key, outputs)) return true;
  const start = performance.now();
  const { code, output } = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stderr.write(`${title}: ${code === 0 ? "" : "failed, "}${seconds} s\n`);
  if (code === 0) {
    stamp(root, name, key);
  } else {
    process.stderr.write(output);
  }
  return code === 0;
}

/** Output is held back: a step that succeeds is one line. */
function run(command, args, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32" && command === "npx",
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ code: 1, output: `${command}: ${error.message}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

function answers(command, args) {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}
