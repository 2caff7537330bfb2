import type { WritConfig } from "./define.js";
import type { Problem } from "../problem.js";
import { isSeverity, severities } from "../report/severity.js";
import { nearest } from "../suggest.js";

type Check = (value: unknown, at: string) => string | undefined;

const checks: Readonly<Record<keyof WritConfig, Check>> = {
  policies: textList,
  inputs: textList,
  exclude: textList,
  params: (value, at) => recordOf(value, at, (inner, place) => recordOf(inner, place, () => undefined)),
  severity: (value, at) => recordOf(value, at, (inner, place) => severity(inner, place, [])),
  failOn: (value, at) => severity(value, at, ["none"]),
};

/** Everything wrong with what a configuration exports, each placed where its key stands in the source when it can be found. */
export function configProblems(value: unknown, file: string, source: string): readonly Problem[] {
  if (!isRecord(value)) {
    return [
      problem(
        "the configuration must export an object by default",
        file,
        source,
        undefined,
        "write `export default defineConfig({ … })`",
      ),
    ];
  }
  const problems: Problem[] = [];
  for (const [key, inner] of Object.entries(value)) {
    const check = Object.hasOwn(checks, key) ? checks[key as keyof WritConfig] : undefined;
    if (check === undefined) {
      const meant = nearest(key, Object.keys(checks));
      const help = meant === undefined ? `known keys: ${Object.keys(checks).join(", ")}` : `did you mean \`${meant}\`?`;
      problems.push(problem(`unknown key \`${key}\` in the configuration`, file, source, key, help));
      continue;
    }
    const message = inner === undefined ? undefined : check(inner, key);
    if (message !== undefined) problems.push(problem(message, file, source, key));
  }
  return problems;
}

/** A problem placed at the first line that holds `key` as a property name. */
export function problem(message: string, file: string, source: string, key?: string, help?: string): Problem {
  return { code: "WRIT2002", message, ...(help === undefined ? {} : { help }), file, ...placeOf(source, key) };
}

function placeOf(source: string, key: string | undefined): { line?: number; column?: number; endColumn?: number } {
  if (key === undefined) return {};
  const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const property = new RegExp(`(^|[{,\\s])(["'\`]?)${escaped}\\2\\s*[:,(}]`, "m").exec(source);
  if (property === null) return {};
  const index = property.index + (property[1] ?? "").length;
  const line = source.slice(0, index).split("\n").length;
  const column = index - source.lastIndexOf("\n", index - 1);
  return { line, column, endColumn: column + key.length + 2 * (property[2] ?? "").length };
}

function textList(value: unknown, at: string): string | undefined {
  const fine = Array.isArray(value) && value.every((item) => typeof item === "string" && item !== "");
  return fine ? undefined : `\`${at}\` must be a list of texts`;
}

function recordOf(value: unknown, at: string, each: Check): string | undefined {
  if (!isRecord(value)) return `\`${at}\` must be an object`;
  for (const [key, inner] of Object.entries(value)) {
    const message = each(inner, `${at}.${key}`);
    if (message !== undefined) return message;
  }
  return undefined;
}

function severity(value: unknown, at: string, also: readonly string[]): string | undefined {
  if (isSeverity(value) || also.includes(value as string)) return undefined;
  return `\`${at}\` must be one of ${[...severities, ...also].join(", ")}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
