import { readFileSync } from "node:fs";
import { relativeImports } from "../policies/type-imports.js";
import { hashOf } from "../policies/fingerprint.js";

/** Modules of the author, and a text that changes when what they hold or which they are does. */
export interface ModuleGraph {
  readonly files: readonly string[];
  readonly fingerprint: string;
}

/**
 * The modules that these ones come to by relative imports, types included. It needs no module to be right: what is not there, or cannot
 * be read, is left out until it is.
 */
export function moduleGraph(modules: readonly string[]): ModuleGraph {
  const contents = new Map<string, string>();
  const waiting = new Set(modules);
  // Grows while it is walked: a Set visits what is added on the way.
  for (const file of waiting) {
    if (/[\\/]node_modules[\\/]/.test(file)) continue;
    try {
      contents.set(file, hashOf(readFileSync(file)));
      for (const imported of relativeImports(file)) waiting.add(imported);
    } catch {
      // It went away since it was found.
    }
  }
  const files = [...contents.keys()].sort();
  return { files, fingerprint: hashOf(...files.flatMap((file) => [file, contents.get(file) ?? ""])) };
}
