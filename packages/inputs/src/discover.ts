import { readdir, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import { problem } from "./problems.js";
import type { InputProblem } from "./types.js";

/** Something to read, or why there is nothing. */
export type Found =
  | { readonly kind: "file"; readonly name: string; readonly path: string }
  | { readonly kind: "stdin" }
  | { readonly kind: "problem"; readonly problem: InputProblem };

const skippedFolders: ReadonlySet<string> = new Set(["node_modules", ".git"]);
const manifestName = /\.(?:ya?ml|json)$/i;

/** Finds what paths, folders and globs name: in the given order, sorted below each, every file once. */
export async function* discover(paths: readonly string[], cwd: string): AsyncGenerator<Found> {
  const seen = new Set<string>();
  for (const name of paths) {
    for await (const found of expand(name, cwd)) {
      if (found.kind === "problem") yield found;
      else {
        const identity = found.kind === "file" ? await identityOf(found.path) : "-";
        if (seen.has(identity)) continue;
        seen.add(identity);
        yield found;
      }
    }
  }
}

async function identityOf(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

async function* expand(name: string, cwd: string): AsyncGenerator<Found> {
  if (name === "-") {
    yield { kind: "stdin" };
    return;
  }
  const path = resolve(cwd, name);
  const kind = await kindOf(path);
  if (kind === "folder") yield* walk(name, path, new Set());
  else if (kind === "file" || kind === "special") yield { kind: "file", name, path };
  else if (kind === "unreadable") yield unreadable(name);
  else if (/[*?[\]{}!()]/.test(name)) yield* glob(name, cwd);
  else yield { kind: "problem", problem: problem("INPUT1001", name, "no such file or folder") };
}

/** A pipe is worth reading when it is named (`<(helm template …)`), but a folder that holds one would hang the walk. */
async function kindOf(path: string): Promise<"folder" | "file" | "special" | "missing" | "unreadable"> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return "folder";
    return found.isFile() ? "file" : "special";
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === "EACCES" || code === "EPERM" ? "unreadable" : "missing";
  }
}

function unreadable(name: string, reason = "permission denied"): Found {
  return { kind: "problem", problem: problem("INPUT1002", name, `cannot read: ${reason}`) };
}

/** Goes through a folder; a folder that links lead to twice is entered once. */
async function* walk(name: string, path: string, entered: Set<string>): AsyncGenerator<Found> {
  const identity = await identityOf(path);
  if (entered.has(identity)) return;
  entered.add(identity);
  const entries = await readdir(path).catch(() => undefined);
  if (entries === undefined) {
    yield unreadable(name);
    return;
  }
  for (const entry of entries.sort(compare)) {
    if (skippedFolders.has(entry)) continue;
    const childName = join(name, entry);
    const childPath = join(path, entry);
    const kind = await kindOf(childPath);
    if (kind === "folder") yield* walk(childName, childPath, entered);
    else if (kind === "file" && manifestName.test(entry)) yield { kind: "file", name: childName, path: childPath };
    else if (kind === "unreadable") yield unreadable(childName);
    else if (kind === "missing" && manifestName.test(entry)) yield unreadable(childName, "a link to nothing");
  }
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

async function* glob(pattern: string, cwd: string): AsyncGenerator<Found> {
  // Loaded only for a pattern: a run over plain paths starts faster without it.
  const tinyglobby = await import("tinyglobby");
  const ignore = [...skippedFolders].map((folder) => `**/${folder}/**`);
  const names = await tinyglobby.glob(pattern, {
    cwd,
    dot: true,
    expandDirectories: false,
    ignore,
    absolute: isAbsolute(pattern),
  });
  if (names.length === 0) {
    yield { kind: "problem", problem: problem("INPUT1006", pattern, "the pattern matches no file") };
  }
  for (const name of await withoutDetours(names, cwd)) yield { kind: "file", name, path: resolve(cwd, name) };
}

/** Of the names that links give one file, the shortest: a link to a folder above makes endless longer ones. */
async function withoutDetours(names: readonly string[], cwd: string): Promise<readonly string[]> {
  const shortest = new Map<string, string>();
  for (const name of names) {
    const identity = await identityOf(resolve(cwd, name));
    const known = shortest.get(identity);
    if (known === undefined || name.length < known.length) shortest.set(identity, name);
  }
  return [...shortest.values()].sort(compare);
}
