import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const importFrom = /\bfrom\s*["'](\.{1,2}\/[^"'\n]+)["']|\bimport\s*\(?\s*["'](\.{1,2}\/[^"'\n]+)["']/g;

/** What a specifier such as `./model.js` may stand for, in the order that TypeScript tries. */
const endings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\.js$/, [".ts", ".d.ts", ".js"]],
  [/\.mjs$/, [".mts", ".d.mts", ".mjs"]],
  [/(?:)$/, ["", ".ts", ".d.ts", ".mts", "/index.ts", "/index.d.ts"]],
];

/**
 * The files of a bundle and every relative file they import, types included. A bundler drops type-only imports, but a policy
 * means what its types say: a changed type must compile it again.
 */
export function withTypeImports(files: readonly string[]): readonly string[] {
  const found = new Set(files);
  // Grows while it is walked: a Set visits what is added on the way.
  for (const file of found) {
    // Only sources: what is built, such as the SDK, changes with its version, and following it costs every start.
    if (!/(?<!\.d)\.m?ts$/.test(file) || file.includes("/node_modules/")) continue;
    for (const imported of relativeImports(file)) found.add(imported);
  }
  return [...found];
}

/** The files that a module imports by a relative path, as far as they are there. */
export function relativeImports(file: string): readonly string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(importFrom)].flatMap((match) => {
    const target = resolve(dirname(file), match[1] ?? match[2] ?? "");
    return resolved(target) ?? [];
  });
}

function resolved(target: string): string | undefined {
  for (const [ending, replacements] of endings) {
    if (!ending.test(target)) continue;
    const candidates = replacements.map((replacement) => target.replace(ending, replacement));
    const found = candidates.find((candidate) => /\.[a-z]+$/.test(candidate) && existsSync(candidate));
    if (found !== undefined) return found;
  }
  return undefined;
}
