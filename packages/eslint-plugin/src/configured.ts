import { existsSync } from "node:fs";
import path from "node:path";
import type { CheckRequest, ModuleRun, Surroundings } from "@writ/compiler";

const configNames = ["writ.config.ts", "writ.config.mts", "writ.config.js", "writ.config.mjs"] as const;

/** What the configuration says that policies are compiled with. */
export type Configured = Pick<CheckRequest, "root" | "params">;

/**
 * The folder and the parameters of the nearest configuration, as `writ check` finds it. One that cannot be run is left to that
 * command to report: the policies are compiled with their defaults.
 */
export function configuredFor(
  file: string,
  cwd: string,
  runModule: (file: string, surroundings: Surroundings) => ModuleRun,
): Configured {
  const config = nearestConfig(path.dirname(file));
  if (config === undefined) return { root: cwd, params: {} };
  const run = runModule(config, {
    modules: { "@writ/cli": { defineConfig: (value: unknown) => value } },
    globals: { process: { env: { ...process.env } } },
  });
  return { root: path.dirname(config), params: run.ok ? paramsOf(run.exports["default"]) : {} };
}

function nearestConfig(folder: string): string | undefined {
  for (let current = folder; ; current = path.dirname(current)) {
    const found = configNames.map((name) => path.join(current, name)).find((file) => existsSync(file));
    if (found !== undefined || path.dirname(current) === current) return found;
  }
}

/** Entries that are no records are an error of the configuration, which `writ check` reports. */
function paramsOf(config: unknown): Configured["params"] {
  const params = isRecord(config) ? config["params"] : undefined;
  if (!isRecord(params)) return {};
  return Object.fromEntries(
    Object.entries(params).filter((entry): entry is [string, Readonly<Record<string, unknown>>] => isRecord(entry[1])),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
