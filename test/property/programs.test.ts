import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requestsFor } from "@writ/prove";
import { agree, openWorkbench } from "../harness/workbench.js";
import { programModule } from "./program.js";

const here = fileURLToPath(new URL("./", import.meta.url));

/** Random policies, and requests for each; WRIT_PROGRAMS and WRIT_SEED ask for more and for others. */
const programs = Number(process.env["WRIT_PROGRAMS"] ?? 40);
const firstSeed = Number(process.env["WRIT_SEED"] ?? 1);
const requests = 60;
/** Policies compiled together. */
const batch = 40;

async function judge(seeds: readonly number[]): Promise<{ compiled: number; differences: readonly string[] }> {
  mkdirSync(`${here}.cache`, { recursive: true });
  const folder = mkdtempSync(`${here}.cache/`);
  const files = seeds.map((seed) => `${folder}/p${String(seed)}.ts`);
  for (const [index, file] of files.entries()) writeFileSync(file, programModule(seeds[index] ?? 0));
  try {
    const { policies, diagnostics } = await openWorkbench(folder, files);
    // The generator does not follow TypeScript's narrowing: what cannot be there any more is an error, and others follow.
    const untyped = new Set(diagnostics.filter(({ code }) => code === "WRIT1001").map((found) => found.file));
    expect(diagnostics.filter((found) => !untyped.has(found.file))).toEqual([]);
    const differences = policies.flatMap((bench) => {
      const samples = fc.sample(requestsFor(bench.compiled), { numRuns: requests, seed: 7 });
      const found = samples.map((request) => ({ request, verdicts: bench.judge(request) }));
      const different = found.filter(({ verdicts }) => !agree(verdicts));
      const [smallest] = different.sort((a, b) => JSON.stringify(a.request).length - JSON.stringify(b.request).length);
      return smallest === undefined ? [] : [`${bench.compiled.id} ${JSON.stringify(smallest)}`];
    });
    return { compiled: policies.length, differences };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("native = interpreter = WASM, on random policies", () => {
  const starts = Array.from({ length: Math.ceil(programs / batch) }, (_, index) => firstSeed + index * batch);

  it.each(starts)("from seed %i", { timeout: 300_000 }, async (start) => {
    const seeds = Array.from({ length: batch }, (_, index) => start + index);
    const { compiled, differences } = await judge(seeds);
    expect(differences).toEqual([]);
    expect(compiled).toBeGreaterThan(batch / 2);
  });
});
