/** Stamps of set-up steps, kept in node_modules/.cache/writ-set-up so that a removed node_modules removes them too. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

const unseen = new Set(["node_modules", "dist", ".git", ".cache", ".writ"]);

/** Files below a folder whose name matches, sorted; `depth` 1 is the folder itself. Generated folders are left out. */
export function filesBelow(folder, { name, depth = Infinity }) {
  if (depth === 0 || !existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return unseen.has(entry.name) ? [] : filesBelow(path, { name, depth: depth - 1 });
      return name.test(entry.name) ? [path] : [];
    })
    .sort();
}

/** Changes when the content of a file does. */
export function contentHash(files, root) {
  return hashOf(files, root, (file) => readFileSync(file));
}

/** Changes when a file is written; a hundred times cheaper than its content. */
export function statHash(files, root) {
  return hashOf(files, root, (file) => {
    const { size, mtimeMs } = statSync(file);
    return `${size} ${mtimeMs}`;
  });
}

function hashOf(files, root, describe) {
  const hash = createHash("sha256").update(process.version);
  for (const file of files) hash.update(relative(root, file)).update("\0").update(describe(file)).update("\0");
  return hash.digest("hex");
}

function stampFile(root, name) {
  return join(root, "node_modules", ".cache", "writ-set-up", name);
}

/** Whether the step ran for this key and its outputs are still there. */
export function isStamped(root, name, key, outputs) {
  const file = stampFile(root, name);
  return (
    outputs.every((output) => existsSync(join(root, output))) && existsSync(file) && readFileSync(file, "utf8") === key
  );
}

export function stamp(root, name, key) {
  mkdirSync(join(root, "node_modules", ".cache", "writ-set-up"), { recursive: true });
  writeFileSync(stampFile(root, name), key);
}
