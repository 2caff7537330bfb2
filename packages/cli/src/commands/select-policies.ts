import { isAbsolute, resolve } from "node:path";
import type { LoadedConfig } from "../config/load.js";
import { loadConfig } from "../config/load.js";
import { problem } from "../config/validate.js";
import type { Console } from "../console.js";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";
import { type Cache, noCache, openCache } from "../policies/cache.js";
import { findPolicyModules } from "../policies/find.js";
import type { PolicySet } from "../policies/policy-set.js";
import { preparePolicies } from "../policies/prepare.js";
import { nearest } from "../suggest.js";

/** Options of every command that uses policies. */
export interface PolicyOptions {
  readonly config?: string;
  readonly policies?: readonly string[];
  /** False after `--no-cache`; or the cache to use. */
  readonly cache: boolean | Cache;
}

/** Which policy modules a run uses, and under which configuration. */
export interface Selection {
  readonly loaded: LoadedConfig;
  readonly files: readonly string[];
  /** `library`: nobody named a policy, so the library that comes with writ is used. */
  readonly source: "configured" | "library";
  /** `--policies` named them: the configuration may speak of others. */
  readonly chosen: boolean;
  readonly cache: Cache;
}

const library = "@writ/policies";
/** Where policies are looked for, from the folder of the configuration, when nothing names any. */
export const defaultPolicies = "policies/**/policy.{ts,mts,js,mjs}";

/** Finds the policies: `--policies`, else the configuration, else `policies/`, else the library. */
export async function selectPolicies(options: PolicyOptions, console: Console): Promise<Result<Selection>> {
  const cacheOf = cacheFor(options, console);
  const loaded = await loadConfig(options.config, console.cwd, cacheOf);
  if (!loaded.ok) return loaded;
  const { file, root } = loaded.value;
  const cache = cacheOf(file === undefined ? undefined : root);
  const selected = (files: readonly string[], source: Selection["source"]): Result<Selection> =>
    success({ loaded: loaded.value, files, source, chosen: options.policies !== undefined, cache });
  const named = namedPolicies(options, loaded.value, console.cwd);
  if (named !== undefined) {
    const files = findPolicyModules(named.entries, named.root);
    return files.ok ? selected(files.value, "configured") : files;
  }
  const own = findPolicyModules([defaultPolicies], root);
  if (own.ok) return selected(own.value, "configured");
  const fromLibrary = findPolicyModules([library], root);
  return fromLibrary.ok ? selected(fromLibrary.value, "library") : failure(noPolicies());
}

/** Where a run keeps what it has compiled, for the configuration of a folder. */
export function cacheFor({ cache }: PolicyOptions, { env }: Console): (root: string | undefined) => Cache {
  if (typeof cache !== "boolean") return () => cache;
  return (root) => (cache ? openCache(root, env) : noCache);
}

/** The entries that name the policies, and the folder that they are relative to: `--policies`, else the configuration's. */
export function namedPolicies(
  options: PolicyOptions,
  { config, root }: LoadedConfig,
  cwd: string,
): { readonly entries: readonly string[]; readonly root: string } | undefined {
  if (options.policies !== undefined) {
    return { entries: options.policies.map((entry) => fromFolder(entry, cwd)), root: cwd };
  }
  return config.policies === undefined ? undefined : { entries: config.policies, root };
}

/** A path given on the command line is relative to the working folder; a package name stays as it is. */
function fromFolder(entry: string, cwd: string): string {
  return isAbsolute(entry) || !entry.startsWith(".") ? entry : resolve(cwd, entry);
}

function noPolicies(): Problem {
  return {
    code: "WRIT2016",
    message: "there are no policies",
    help: "make some with `writ init`, or name them with `--policies`",
  };
}

/** Compiles the selected policies, with the severities of the configuration. */
export async function compileSelection(
  { loaded, files, chosen, cache }: Selection,
  needs: { readonly native: boolean; readonly wasm: boolean },
): Promise<Result<PolicySet>> {
  const { config, root } = loaded;
  const prepared = await preparePolicies({ root, files, params: config.params ?? {}, chosen, needs }, cache);
  if (!prepared.ok) return failure(...prepared.problems.map((found) => inConfig(found, loaded)));
  const set = prepared.value;
  const ids = set.entries.map(({ compiled }) => compiled.id);
  const named = [
    ...Object.keys(config.severity ?? {}).map((id) => ["severity", id] as const),
    ...Object.keys(config.enforcement?.policies ?? {}).map((id) => ["enforcement", "policies", id] as const),
  ];
  const strangers = named.filter((path) => !ids.includes(path.at(-1) ?? ""));
  if (strangers.length > 0 && !chosen) return failure(...strangers.map((path) => unknownPolicy(path, ids, loaded)));
  const entries = set.entries.map((entry) => ({
    ...entry,
    severity: config.severity?.[entry.compiled.id] ?? entry.severity,
  }));
  return success({ ...set, entries });
}

function unknownPolicy(path: readonly string[], ids: readonly string[], { file, source }: LoadedConfig): Problem {
  const id = path.at(-1) ?? "";
  const meant = nearest(id, ids);
  const help = meant === undefined ? `known: ${ids.join(", ")}` : `did you mean \`${meant}\`?`;
  const message = `there is no policy \`${id}\` in \`${path.slice(0, -1).join(".")}\``;
  return { ...problem({ message, help, path }, file ?? "", source), code: "WRIT2015" };
}

/** A name of the configuration that nobody has is shown where the configuration has it. */
function inConfig(found: Problem, { file, source }: LoadedConfig): Problem {
  const name = /`([^`]+)`/.exec(found.message)?.[1];
  if (found.code !== "WRIT2015" || file === undefined || name === undefined) return found;
  const { message, help, code } = found;
  return { ...problem({ message, ...(help === undefined ? {} : { help }), path: [name] }, file, source), code };
}
