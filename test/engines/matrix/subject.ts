import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PolicyRequest } from "@writ/compiler/ir";
import { kindOf } from "@writ/prove";
import type { Violation } from "@writ/sdk/runtime";
import { caseRequest } from "../../../packages/cli/src/cases/case-request.js";
import type { Case as LibraryCase } from "../../../packages/cli/src/cases/case.js";
import { findCases } from "../../../packages/cli/src/cases/find-cases.js";
import { planRounds, type PlannedCase } from "../../../packages/cli/src/cases/plan.js";
import type { Case } from "../../conformance/case.js";
import { openWorkbench, readModules, type Bench } from "../../harness/workbench.js";

/** A request that somebody wrote down, with its violations as a set. */
export interface LabelledInput {
  readonly name: string;
  readonly request: PolicyRequest;
  readonly expected: readonly string[];
}

/** A policy that every engine judges by, with the requests that were written for it. */
export interface Subject {
  /** Unique in the matrix: the policy's id, and a number where its cases give it several sets of parameters. */
  readonly name: string;
  readonly set: "conformance" | "library";
  readonly bench: Bench;
  readonly labelled: readonly LabelledInput[];
}

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Every policy of test/conformance, then every one of policies/. Throws when one does not compile. */
export async function readSubjects(): Promise<readonly Subject[]> {
  return [...(await readConformance()), ...(await readLibrary())];
}

// Test files share their modules: what takes half a minute to compile is compiled for the first of them.
export const readConformance = once(compileConformance);
export const readLibrary = once(compileLibrary);
/** Every policy of policies/ with the defaults of its parameters, without its cases. */
export const readDefaults = once(compileDefaults);

function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => (made ??= make());
}

/** A violation as the cases of test/conformance write it. */
export function written({ path, message }: Violation): string {
  return `${path.length === 0 ? "." : path.join("/")} ${message}`;
}

async function compileConformance(): Promise<readonly Subject[]> {
  const folder = `${root}test/conformance/`;
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  const files = names.sort().map((name) => `${folder}${name}/policy.ts`);
  const benches = await compiled(folder, files);
  return Promise.all(
    benches.map(async (bench): Promise<Subject> => {
      const module = `${folder}${bench.compiled.file.replace(/policy\.ts$/, "cases.ts")}`;
      const { cases } = (await import(/* @vite-ignore */ module)) as { readonly cases: readonly Case[] };
      return { name: bench.compiled.id, set: "conformance", bench, labelled: cases };
    }),
  );
}

async function compileDefaults(): Promise<readonly Subject[]> {
  const benches = await compiled(root, libraryFiles());
  return benches.map((bench) => ({ name: bench.compiled.id, set: "library", bench, labelled: [] }));
}

function libraryFiles(): readonly string[] {
  return readdirSync(`${root}policies`, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("/policy.ts") && !path.includes("node_modules"))
    .sort()
    .map((path) => `${root}policies/${path}`);
}

async function compileLibrary(): Promise<readonly Subject[]> {
  const modules = await readModules(libraryFiles());
  const fileOf = new Map<string, string>();
  const planned: PlannedCase[] = [];
  for (const { file, policies } of modules) {
    const ids = Object.values(policies).map(({ id }) => id);
    for (const id of ids) fileOf.set(id, file);
    const { cases, problems } = findCases(file);
    if (problems.length > 0) throw new Error(problems.map(({ message }) => `${file}: ${message}`).join("\n"));
    for (const one of cases) planned.push({ policy: one.policy ?? ids[0] ?? "", case: one });
  }
  const subjects: Subject[] = [];
  for (const [round, { policies, params, cases }] of planRounds(planned).entries()) {
    const benches = await compiled(root, [...new Set(policies.flatMap((id) => fileOf.get(id) ?? []))], params);
    for (const bench of benches.filter(({ compiled: { id } }) => policies.includes(id))) {
      const { id } = bench.compiled;
      const name = round === 0 ? id : `${id} (parameters ${String(round + 1)})`;
      const own = cases.filter(({ policy }) => policy === id).map(({ case: one }) => labelledOf(bench, one));
      subjects.push({ name, set: "library", bench, labelled: own });
    }
  }
  return subjects;
}

/** A case as `writ test` asks it. Throws when the policy does not match its object. */
function labelledOf({ compiled: { id, kinds } }: Bench, labelled: LibraryCase): LabelledInput {
  const kind = kindOf(labelled.resource, kinds);
  if (kind === undefined) throw new Error(`${id} does not match the object of its case ${labelled.name}`);
  const { name, expected } = labelled;
  return { name, request: caseRequest(labelled, kind), expected: expected.map(written) };
}

async function compiled(
  folder: string,
  files: readonly string[],
  params: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
): Promise<readonly Bench[]> {
  const { policies, diagnostics } = await openWorkbench(folder, files, { params });
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ file, message }) => `${file}: ${message}`).join("\n"));
  return policies;
}
