import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** Files and the hash of what they held. */
export type Fingerprint = Readonly<Record<string, string>>;

/** A short content hash: 128 bits are plenty against accident, and this cache guards against nothing else. */
export function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest("hex").slice(0, 32);
}

/**
 * What a bundle was made of: source files by content; files of an installed package by the package.json of that package,
 * as what is installed changes only with its version.
 */
export function fingerprintOf(files: readonly string[]): Fingerprint {
  const watched = new Set(files.map((file) => packageManifest(file) ?? file));
  return Object.fromEntries([...watched].sort().map((file) => [file, hashOf(readFileSync(file))]));
}

/** Whether every file still holds what it held. */
export function isCurrent(fingerprint: Fingerprint): boolean {
  for (const [file, hash] of Object.entries(fingerprint)) {
    try {
      if (hashOf(readFileSync(file)) !== hash) return false;
    } catch {
      return false;
    }
  }
  return true;
}

function packageManifest(file: string): string | undefined {
  if (!file.includes(`${sep}node_modules${sep}`)) return undefined;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    // A package.json without a version only sets the module type of a folder.
    if (existsSync(manifest) && readFileSync(manifest, "utf8").includes('"version"')) return manifest;
    if (dirname(folder) === folder) return undefined;
  }
}
