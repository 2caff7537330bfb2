import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import type { Diagnostic } from "@writ/compiler";
import type { PolicyRequest } from "@writ/compiler/ir";
import { requestsFor } from "@writ/prove";
import { openWorkbench, type Bench } from "../harness/workbench.js";
import { type Program, moduleText } from "./program/module.js";

/** Programs in every form that Node can run, by their positions. */
export interface OpenedPrograms {
  readonly benches: ReadonlyMap<number, Bench>;
  /** What was refused, and what no engine takes although the compiler made it. */
  readonly diagnostics: ReadonlyMap<number, readonly Diagnostic[]>;
  readonly broken: ReadonlyMap<number, string>;
}

/** What a random program may be refused for: types that the generator does not follow, and sums that may be too large. */
export const expectedRefusals: readonly string[] = ["WRIT1001", "WRIT1213", "WRIT1302"];

const cache = fileURLToPath(new URL("./.cache/", import.meta.url));
/** Modules stand two folders below this one. */
const fixtures = "../../../conformance/";

/** Compiles programs together; if that fails, one by one, to know which of them is at fault. */
export async function openPrograms(programs: readonly Program[]): Promise<OpenedPrograms> {
  const all = programs.map((program, index) => ({ program, index }));
  try {
    return await openTogether(all);
  } catch (error) {
    const [only, ...others] = all;
    if (only === undefined) throw error;
    if (others.length === 0)
      return { benches: new Map(), diagnostics: new Map(), broken: new Map([[0, String(error)]]) };
  }
  const opened = {
    benches: new Map<number, Bench>(),
    diagnostics: new Map<number, readonly Diagnostic[]>(),
    broken: new Map<number, string>(),
  };
  for (const { program, index } of all) {
    const { benches, diagnostics, broken } = await openPrograms([program]);
    for (const bench of benches.values()) opened.benches.set(index, bench);
    for (const found of diagnostics.values()) opened.diagnostics.set(index, found);
    for (const message of broken.values()) opened.broken.set(index, message);
  }
  return opened;
}

async function openTogether(
  programs: readonly { readonly program: Program; readonly index: number }[],
): Promise<OpenedPrograms> {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(cache);
  const fileOf = (index: number): string => `p${String(index)}.ts`;
  try {
    for (const { program, index } of programs)
      writeFileSync(`${folder}/${fileOf(index)}`, moduleText(program, `p${String(index)}`, fixtures));
    const { policies, diagnostics } = await openWorkbench(
      folder,
      programs.map(({ index }) => `${folder}/${fileOf(index)}`),
    );
    const refused = programs.flatMap(({ index }): [number, readonly Diagnostic[]][] => {
      const own = diagnostics.filter(({ file }) => file === fileOf(index));
      return own.length === 0 ? [] : [[index, own]];
    });
    return {
      benches: new Map(policies.map((bench) => [Number(bench.compiled.id.slice(1)), bench])),
      diagnostics: new Map(refused),
      broken: new Map(),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Requests for a program; the same program has the same ones. */
export function requestsOf({ compiled }: Bench, count: number): readonly PolicyRequest[] {
  return fc.sample(requestsFor(compiled), { numRuns: count, seed: 7 });
}
