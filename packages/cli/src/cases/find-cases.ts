import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Problem } from "../problem.js";
import type { Case } from "./case.js";
import { readCase } from "./read-case.js";

export interface FoundCases {
  readonly cases: readonly Case[];
  readonly problems: readonly Problem[];
}

/** The cases of a policy module: every YAML or JSON file in the folder `cases` beside it, by name. */
export function findCases(moduleFile: string): FoundCases {
  const folder = join(dirname(moduleFile), "cases");
  const cases: Case[] = [];
  const problems: Problem[] = [];
  for (const name of namesIn(folder)) {
    const file = join(folder, name);
    if (!/\.(ya?ml|json)$/i.test(name)) {
      problems.push({ code: "WRIT4003", message: "not a case: only .yaml, .yml and .json files are read", file });
      continue;
    }
    const read = readCase(readFileSync(file, "utf8"), file);
    if (read.ok) cases.push(read.value);
    else problems.push(...read.problems);
  }
  return { cases, problems };
}

function namesIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
