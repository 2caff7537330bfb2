import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, resolve } from "node:path";
import { globSync } from "tinyglobby";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";
import { resolvePackage } from "./bundle.js";

const policyModules = "**/policy.{ts,mts,js,mjs}";
const neverPolicies = ["**/node_modules/**", "**/dist/**", "**/*.d.ts"];

/**
 * The policy modules that the entries of a configuration name: globs, files, folders, or installed packages. Sorted, each
 * once. An entry that finds nothing is a problem: a misspelt glob must not pass as clean.
 */
export function findPolicyModules(entries: readonly string[], root: string): Result<readonly string[]> {
  const found = new Set<string>();
  const problems: Problem[] = [];
  for (const entry of entries) {
    const files = filesOf(entry, root);
    if (files.length === 0) problems.push(nothingFound(entry, root));
    for (const file of files) found.add(file);
  }
  return problems.length > 0 ? failure(...problems) : success([...found].sort());
}

function filesOf(entry: string, root: string): readonly string[] {
  const path = isAbsolute(entry) ? entry : resolve(root, entry);
  if (existsSync(path)) return statSync(path).isDirectory() ? inFolder(path) : [realpathSync(path)];
  const folder = isPackageName(entry) ? resolvePackage(entry, root) : undefined;
  if (folder !== undefined) return inFolder(realpathSync(folder));
  return isAbsolute(entry) ? absoluteGlob(entry) : glob(entry, root);
}

function inFolder(folder: string): readonly string[] {
  return glob(policyModules, folder);
}

function glob(pattern: string, cwd: string): readonly string[] {
  const ignore = pattern.includes("node_modules") ? [] : neverPolicies;
  return globSync(pattern.replaceAll("\\", "/"), { cwd, absolute: true, ignore, expandDirectories: false });
}

/** Walks from the folder before the first wildcard, so that an ignored name above it does not hide everything. */
function absoluteGlob(pattern: string): readonly string[] {
  const wildcard = pattern.search(/[*?[{(!]/);
  const base = dirname(`${wildcard === -1 ? pattern : pattern.slice(0, wildcard)}x`);
  return glob(pattern.slice(base.length).replace(/^[/\\]/, ""), base);
}

function isPackageName(entry: string): boolean {
  return /^(@[a-z0-9-~][a-z0-9-._~]*\/)?[a-z0-9-~][a-z0-9-._~]*$/.test(entry);
}

function nothingFound(entry: string, root: string): Problem {
  return {
    code: "WRIT2010",
    message: `\`${entry}\` names no policy module`,
    help: isPackageName(entry)
      ? `install the package, or write a glob such as "policies/**/policy.ts" (searched from ${root})`
      : `a policy module is a file policy.ts, .mts, .js or .mjs that exports \`policy({…})\` (searched from ${root})`,
  };
}
