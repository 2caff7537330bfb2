import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { agree, type Verdicts } from "../harness/workbench.js";
import { expectedRefusals, openPrograms, requestsOf } from "./open-programs.js";
import { programs } from "./program/arbitrary.js";
import { type FindDifference, smallestFailure } from "./smallest.js";

/** Programs, and requests for each; WRIT_PROGRAMS and WRIT_SEED ask for more and for others. */
const wanted = Number(process.env["WRIT_PROGRAMS"] ?? 16);
const firstSeed = Number(process.env["WRIT_SEED"] ?? 1);
const requests = 60;
/** Programs compiled together. */
const batch = 40;

/** What all batches came to. */
const counts = { programs: 0, refused: 0, pairs: 0, denied: 0, allowed: 0, malformed: 0 };

function count(verdict: Verdicts["native"]): void {
  counts.pairs += 1;
  if (typeof verdict === "string") return;
  // The shape guard judges, not the program.
  if (verdict.some(({ message }) => message.includes(" must be "))) counts.malformed += 1;
  else if (verdict.length > 0) counts.denied += 1;
  else counts.allowed += 1;
}

const differing: FindDifference = (bench, asked) => {
  const request = asked.find((one) => !agree(bench.judge(one)));
  return request && { request, verdicts: bench.judge(request) };
};

describe("native = interpreter = WASM, on random policies", () => {
  const seeds = Array.from({ length: Math.ceil(wanted / batch) }, (_, index) => firstSeed + index);

  it.each(seeds)("of seed %i", { timeout: 600_000 }, async (seed) => {
    const made = fc.sample(programs(), { numRuns: Math.min(batch, wanted), seed });
    const { benches, diagnostics, broken } = await openPrograms(made);
    const refused = [...diagnostics.values()].flat();
    expect(refused.filter(({ code }) => !expectedRefusals.includes(code))).toEqual([]);
    counts.programs += made.length;
    counts.refused += diagnostics.size;
    const failures: string[] = [];
    for (const [position, bench] of benches) {
      const verdicts = requestsOf(bench, requests).map((request) => bench.judge(request));
      for (const { native } of verdicts) count(native);
      if (!verdicts.every(agree)) failures.push(await smallestFailure({ seed, position, requests }, differing));
    }
    for (const position of broken.keys()) failures.push(await smallestFailure({ seed, position, requests }, differing));
    expect(failures).toEqual([]);
  });

  it("compiles nearly all, which allow and deny", () => {
    expect(counts.refused).toBeLessThanOrEqual(Math.max(2, counts.programs / 10));
    const judged = counts.denied + counts.allowed;
    expect(judged).toBeGreaterThan(counts.pairs / 2);
    expect(counts.denied).toBeGreaterThan(judged / 5);
    expect(counts.allowed).toBeGreaterThan(judged / 5);
  });
});

afterAll(() => {
  if (process.env["WRIT_PROGRAMS"] !== undefined) console.log(counts);
});
