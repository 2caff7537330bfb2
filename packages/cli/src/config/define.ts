import type { Severity } from "@writ/sdk";

/** What writ.config.ts exports by default. Paths and globs are relative to the file. */
export interface WritConfig {
  /** Globs of policy modules, folders, or packages such as `@writ/policies`. Default: every `policy.ts` below `policies`. */
  readonly policies?: readonly string[];
  /** Values for the parameters of policies, by policy id. */
  readonly params?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Severities other than the policies' own, by policy id. */
  readonly severity?: Readonly<Record<string, Severity>>;
  /** The lowest severity that makes `writ check` end with exit code 1. Default: `low`. */
  readonly failOn?: Severity | "none";
  /** What `writ check` judges when no path is given: files, folders, globs. Default: the current folder. */
  readonly inputs?: readonly string[];
  /** Globs of files that `writ check` leaves out when it walks a folder. */
  readonly exclude?: readonly string[];
}

/**
 * Types the configuration; returns it as it is.
 *
 * @example
 * export default defineConfig({ policies: ["@writ/policies"], failOn: "medium" });
 */
export function defineConfig(config: WritConfig): WritConfig {
  return config;
}
