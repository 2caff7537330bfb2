import { readFileSync, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { EngineProgram } from "./engine.js";

/** Where built engines lie: outside every checkout, for two of them to share. */
export function engineCache(env: Readonly<Record<string, string | undefined>>): string {
  return join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "writ", "engines");
}

/**
 * The build of a program that was used last, or undefined when the cache holds none: a folder `<name>-<hash>` with the program and the
 * record of its build. A program of another size than its record says is no build: it was cut short.
 */
export function newestBuild(name: string, cache: string): EngineProgram | undefined {
  const newestFirst = foldersOf(name, cache).sort((left, right) => right.used - left.used);
  for (const { folder } of newestFirst) {
    const file = join(folder, process.platform === "win32" ? `${name}.exe` : name);
    const version = recordedVersion(file, join(folder, "build.json"));
    if (version !== undefined) return { file, version };
  }
  return undefined;
}

/** The version in the record of a build, if the program is the one that was built. */
export function recordedVersion(file: string, record: string): string | undefined {
  try {
    const { version, size } = JSON.parse(readFileSync(record, "utf8")) as Partial<Record<string, unknown>>;
    return typeof version === "string" && statSync(file).size === size ? version.replace(/^v/, "") : undefined;
  } catch {
    return undefined;
  }
}

function foldersOf(name: string, cache: string): { readonly folder: string; readonly used: number }[] {
  try {
    return readdirSync(cache)
      .filter((entry) => entry.startsWith(`${name}-`) && /^[0-9a-f]{16}$/.test(entry.slice(name.length + 1)))
      .map((entry) => ({ folder: join(cache, entry), used: statSync(join(cache, entry)).mtimeMs }));
  } catch {
    return [];
  }
}
