import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of entries, each a folder of files named by a key. Every failure to read or write is a miss, never an error. */
export interface Cache {
  /** The file's content, or `undefined`. */
  read(key: string, name: string): Buffer | undefined;
  write(key: string, files: Readonly<Record<string, string | Uint8Array>>): void;
}

/** For `--no-cache`: always a miss. */
export const noCache: Cache = { read: () => undefined, write: () => undefined };

/** A cache that is gone with the process: what one run of it has compiled, the next need not. */
export function memoryCache(): Cache {
  const entries = new Map<string, Buffer>();
  const nameOf = (key: string, name: string): string => `${key}/${name}`;
  return {
    read: (key, name) => entries.get(nameOf(key, name)),
    write(key, files) {
      for (const [name, content] of Object.entries(files)) entries.set(nameOf(key, name), Buffer.from(content));
    },
  };
}

/** Which of the caches of a project, and how many entries it keeps. */
export interface CacheOptions {
  /** Follows the names of the folders. */
  readonly suffix: string;
  readonly kept: number;
}

/** What `writ` itself keeps: a few branches and parameter sets of one project. */
const ownEntries: CacheOptions = { suffix: "", kept: 24 };

/**
 * The cache of a project: node_modules/.cache/writ where there is a node_modules, else .writ/cache; outside a project, or
 * when neither can be written, the user's cache folder (XDG_CACHE_HOME), else the temporary folder.
 */
export function openCache(
  root: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  { suffix, kept }: CacheOptions = ownEntries,
): Cache {
  const candidates = [
    ...projectFolders(root, suffix),
    join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), `writ${suffix}`),
    join(tmpdir(), `writ-cache${suffix}`),
  ];
  return {
    read(key, name) {
      for (const folder of candidates) {
        try {
          return readFileSync(join(folder, key, name));
        } catch {
          // Not there: the next candidate may have it.
        }
      }
      return undefined;
    },
    write(key, files) {
      for (const folder of candidates) if (writeEntry(folder, key, files, kept)) return;
    },
  };
}

function projectFolders(root: string | undefined, suffix: string): string[] {
  if (root === undefined) return [];
  const modules = join(root, "node_modules");
  return existsSync(modules) ? [join(modules, ".cache", `writ${suffix}`)] : [join(root, ".writ", `cache${suffix}`)];
}

function writeEntry(
  folder: string,
  key: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  kept: number,
): boolean {
  const entry = join(folder, key);
  try {
    mkdirSync(entry, { recursive: true });
    ignoreInGit(folder);
    for (const [name, content] of Object.entries(files)) {
      // A rename is atomic: a reader sees the old file or the new one, never half of it.
      const temporary = join(entry, `.${name}.${process.pid}`);
      writeFileSync(temporary, content);
      renameSync(temporary, join(entry, name));
    }
    const now = new Date();
    utimesSync(entry, now, now);
    prune(folder, kept);
    return true;
  } catch {
    return false;
  }
}

/** Keeps .writ, which this command makes in the user's project, out of the user's repository. */
export function ignoreInGit(folder: string): void {
  const top = folder.slice(0, folder.lastIndexOf(".writ") + ".writ".length);
  if (!folder.includes(".writ") || existsSync(join(top, ".gitignore"))) return;
  writeFileSync(join(top, ".gitignore"), "*\n");
}

function prune(folder: string, kept: number): void {
  const entries = readdirSync(folder).map((name) => ({
    path: join(folder, name),
    time: statSync(join(folder, name)).mtimeMs,
  }));
  entries.sort((a, b) => b.time - a.time);
  for (const { path } of entries.slice(kept)) rmSync(path, { recursive: true, force: true });
}
