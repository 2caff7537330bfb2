import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { requestsFor } from "@writ/prove";
import { afterAll, describe, expect, it } from "vitest";
import { openWorkbench } from "../../harness/workbench.js";
import { programModule } from "../../property/program.js";
import type { Column } from "../matrix/column.js";
import { compare, shown } from "../matrix/compare.js";
import type { Subject } from "../matrix/subject.js";
import { openValidatorColumns } from "../matrix/validator-columns.js";

/*
 * Random policies in the API server's CEL of two minors, on objects that nothing has decoded: created, replaced, deleted, and of every
 * wrong shape. Modules stand where test/property has its own, since they import by that place.
 */

/** WRIT_PROGRAMS and WRIT_SEED ask for more policies and for others. */
const programs = Number(process.env["WRIT_PROGRAMS"] ?? 30);
const firstSeed = Number(process.env["WRIT_SEED"] ?? 1);
const requests = 30;

async function randomSubjects(): Promise<readonly Subject[]> {
  const cache = fileURLToPath(new URL("../../property/.cache/", import.meta.url));
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(cache);
  const files = Array.from({ length: programs }, (_, index) => `${folder}/p${String(firstSeed + index)}.ts`);
  for (const [index, file] of files.entries()) writeFileSync(file, programModule(firstSeed + index));
  try {
    const { policies } = await openWorkbench(folder, files);
    return policies.map((bench) => ({ name: bench.compiled.id, set: "conformance", bench, labelled: [] }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const subjects = await randomSubjects();
const opened = await Promise.all([openValidatorColumns("new"), openValidatorColumns("old")]);
const columns: readonly Column[] = opened.flat().filter(({ name }) => name.startsWith("cel-"));
afterAll(() => Promise.all(opened.flat().map(({ close }) => close())));

describe.each(columns.map((column) => [column.name, column] as const))(
  "%s = interpreter, on random policies",
  (_, column) => {
    it.each(subjects.map((subject) => [subject.name, subject] as const))("%s", async (name, subject) => {
      const { compiled } = subject.bench;
      expect(column.refusal(subject)).toBeUndefined();
      const samples = fc.sample(requestsFor(compiled), { numRuns: requests, seed: 7 });
      const { agreed, differences } = compare(compiled, await column.judge(subject, samples));
      expect(shown(name, differences)).toBe("");
      expect(agreed).toBeGreaterThan(0);
    });
  },
);

it("has judged deletions, too", () => {
  expect(subjects.length).toBeGreaterThan(programs / 3);
  const judging = subjects.filter(({ bench }) => bench.compiled.operations.includes("DELETE"));
  expect(judging.length).toBeGreaterThan(0);
});
