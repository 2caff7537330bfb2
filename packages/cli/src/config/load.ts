import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { WritConfig } from "./define.js";
import { configProblems } from "./validate.js";
import { buildId } from "../build-id.js";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";
import type { Cache } from "../policies/cache.js";
import { evaluateBundle } from "../policies/evaluate-bundle.js";
import type { Fingerprint } from "../policies/fingerprint.js";
import { fingerprintOf, hashOf, isCurrent } from "../policies/fingerprint.js";

export const configNames = ["writ.config.ts", "writ.config.mts", "writ.config.js", "writ.config.mjs"] as const;

/** A configuration and where it stands. */
export interface LoadedConfig {
  readonly config: WritConfig;
  /** Absolute; absent when there is no configuration file. */
  readonly file?: string;
  /** The text of the file, for placing problems in it. */
  readonly source: string;
  /** The folder that its paths are relative to. */
  readonly root: string;
}

/** The nearest configuration file in `folder` or above it. */
export function findConfig(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    for (const name of configNames) {
      const file = join(current, name);
      if (existsSync(file)) return file;
    }
    if (dirname(current) === current) return undefined;
  }
}

/** Reads the configuration named by `--config`, or the nearest one; without one, an empty configuration. */
export async function loadConfig(
  named: string | undefined,
  cwd: string,
  cacheOf: (root: string) => Cache,
): Promise<Result<LoadedConfig>> {
  const file = named === undefined ? findConfig(cwd) : resolve(cwd, named);
  if (file === undefined) return success({ config: {}, source: "", root: cwd });
  let source: string;
  try {
    source = readFileSync(file, "utf8");
  } catch (error) {
    return failure(unreadable(named ?? file, error));
  }
  const root = dirname(file);
  const value = await evaluated(file, root, cacheOf(root));
  if (!value.ok) return value;
  const problems = configProblems(value.value, file, source);
  return problems.length > 0
    ? failure(...problems)
    : success({ config: value.value as WritConfig, file, source, root });
}

interface ConfigRecord {
  readonly fingerprint: Fingerprint;
  readonly code: string;
}

/** What the file exports by default. The bundle is cached, not the value: a configuration may read the environment. */
async function evaluated(file: string, root: string, cache: Cache): Promise<Result<unknown>> {
  const key = `config-${hashOf(file, buildId)}`;
  const cached = cachedCode(cache, key);
  let code = cached;
  if (code === undefined) {
    const { bundle } = await import("../policies/bundle.js");
    const made = await bundle({ root, files: [file], code: "WRIT2001" });
    if (!made.ok) return made;
    code = made.value.code;
    const record: ConfigRecord = { fingerprint: fingerprintOf(made.value.inputs), code };
    cache.write(key, { "config.json": JSON.stringify(record) });
  }
  const namespaces = evaluateBundle(code, file, "WRIT2001");
  if (!namespaces.ok) return failure(...namespaces.problems.map((problem) => ({ ...problem, file })));
  return success(namespaces.value[0]?.["default"]);
}

function cachedCode(cache: Cache, key: string): string | undefined {
  const text = cache.read(key, "config.json");
  if (text === undefined) return undefined;
  try {
    const record = JSON.parse(text.toString()) as ConfigRecord;
    return isCurrent(record.fingerprint) ? record.code : undefined;
  } catch {
    return undefined;
  }
}

function unreadable(file: string, error: unknown): Problem {
  const reason = (error as NodeJS.ErrnoException).code === "ENOENT" ? "does not exist" : "cannot be read";
  return {
    code: "WRIT2003",
    message: `the configuration \`${file}\` ${reason}`,
    help: "give `--config` a file, or make one with `writ init`",
  };
}
