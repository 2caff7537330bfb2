/**
 * Builds OPA from go/: dist/opa.wasm for every user, and with --topdown the native evaluator for tests. Neither is built again
 * while go/ is unchanged. Plain Node, for it runs before anything is installed.
 *
 * Exit codes: 0 built or current, 1 the build failed, 3 there is no Go.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const sources = join(folder, "go");

/** @typedef {{ package: string, file: string, flags: string[], environment: Record<string, string> }} Product */

/** @type {Product} */
const wasm = {
  package: "./compile",
  file: "opa.wasm",
  flags: ["-buildmode=c-shared"], // exports to call, no main loop
  environment: { GOOS: "wasip1", GOARCH: "wasm" },
};
/** @type {Product} */
const topdown = {
  package: "./evaluate",
  file: process.platform === "win32" ? "topdown.exe" : "topdown",
  flags: [],
  environment: { CGO_ENABLED: "0" },
};

/** What a product is made from: every file under go/. */
function sourceHash() {
  const hash = createHash("sha256");
  const files = readdirSync(sources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    hash.update(relative(sources, file).split(sep).join("/")).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** The record lies beside the product; @writ/opa reads `opa` and `size` from it. */
function isCurrent(product, key) {
  try {
    const file = join(folder, "dist", product.file);
    const record = JSON.parse(readFileSync(`${file}.json`, "utf8"));
    return record.sources === key && record.size === statSync(file).size;
  } catch {
    return false;
  }
}

function opaVersion() {
  const found = /open-policy-agent\/opa v(\S+)/.exec(readFileSync(join(sources, "go.mod"), "utf8"));
  if (found === null) throw new Error("go.mod names no version of OPA");
  return found[1];
}

function build(product, key) {
  const target = join(folder, "dist", product.file);
  const unfinished = `${target}.${process.pid}`;
  mkdirSync(join(folder, "dist"), { recursive: true });
  const done = spawnSync(
    "go",
    ["build", "-trimpath", "-ldflags=-s -w", ...product.flags, "-o", unfinished, product.package],
    {
      cwd: sources,
      env: { ...process.env, GOFLAGS: "-mod=readonly -buildvcs=false", GOWORK: "off", ...product.environment },
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  if (done.error?.code === "ENOENT") process.exit(3);
  if (done.error || done.status !== 0) process.exit(1);
  const content = readFileSync(unfinished);
  const sha256 = createHash("sha256").update(content).digest("hex");
  renameSync(unfinished, target);
  const record = { opa: opaVersion(), size: content.length, sha256, sources: key };
  writeFileSync(`${target}.json`, `${JSON.stringify(record, null, 2)}\n`);
}

const key = sourceHash();
for (const product of process.argv.includes("--topdown") ? [wasm, topdown] : [wasm]) {
  if (!isCurrent(product, key)) build(product, key);
}
