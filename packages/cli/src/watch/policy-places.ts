import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type LoadedConfig, configNames, findConfig, loadConfig } from "../config/load.js";
import type { Console } from "../console.js";
import { type PolicyOptions, cacheFor, defaultPolicies, namedPolicies } from "../commands/select-policies.js";
import { resolvePackage } from "../policies/bundle.js";
import { findPolicyModules } from "../policies/find.js";
import { baseOfGlob } from "./glob-base.js";
import { type ModuleGraph, moduleGraph } from "./module-graph.js";
import type { Place } from "./place.js";

/** What the policies of a run come from. */
export interface PolicyPlaces {
  /** The configuration; absent while it cannot be used. */
  readonly loaded?: LoadedConfig;
  readonly modules: readonly string[];
  /** The policy modules, the configuration, and what they import. */
  readonly graph: ModuleGraph;
  readonly places: readonly Place[];
}

const isCode = (file: string): boolean => /\.m?[jt]s$/.test(file);

/** Finds what policies and configuration come from, also while one of them is broken. */
export async function policyPlaces(options: PolicyOptions, console: Console): Promise<PolicyPlaces> {
  const { config: named } = options;
  const file = named === undefined ? findConfig(console.cwd) : resolve(console.cwd, named);
  const candidates = file === undefined ? configNames.map((name) => join(console.cwd, name)) : [file];
  const loaded = await loadConfig(named, console.cwd, cacheFor(options, console));
  const search = loaded.ok ? searched(options, loaded.value, console.cwd) : undefined;
  const found = search && findPolicyModules(search.entries, search.root);
  const modules = found?.ok === true ? found.value : [];
  const graph = moduleGraph([...candidates.filter((name) => existsSync(name)), ...modules]);
  const files = [...candidates, ...graph.files].map((path): Place => ({ kind: "file", path }));
  const folders = (search?.entries ?? []).flatMap((entry) => placesOf(entry, search?.root ?? console.cwd));
  // A module that is imported and not there yet would be made beside one that is.
  const beside = [...new Set(graph.files.map((path) => dirname(path)))].map((path): Place => ({
    kind: "folder",
    path,
    accepts: (inside) => isCode(inside) && !inside.includes("/"),
  }));
  return {
    ...(loaded.ok ? { loaded: loaded.value } : {}),
    modules,
    graph,
    places: [...files, ...folders, ...beside],
  };
}

function searched(
  options: PolicyOptions,
  loaded: LoadedConfig,
  cwd: string,
): { readonly entries: readonly string[]; readonly root: string } {
  return namedPolicies(options, loaded, cwd) ?? { entries: [defaultPolicies], root: loaded.root };
}

/** Where a module could come to be that an entry names. Installed packages change only with an installation. */
function placesOf(entry: string, root: string): readonly Place[] {
  const path = resolve(root, entry);
  const folder = (of: string): Place => ({ kind: "folder", path: of, accepts: isCode });
  if (existsSync(path))
    return [statSync(path).isDirectory() ? folder(path) : { kind: "file", path: realpathSync(path) }];
  const installed = resolvePackage(entry, root);
  if (installed !== undefined) {
    const real = realpathSync(installed);
    return /[\\/]node_modules[\\/]/.test(real) ? [] : [folder(real)];
  }
  return [folder(baseOfGlob(entry, root))];
}
