import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import type { TestProject } from "vitest/node";
import { renderReport, renderSum, withFigures } from "./render-report.js";
import { renderTotals } from "./render-totals.js";
import { isFull } from "./run.js";
import { readTallies } from "./tally.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder where each test file of the matrix leaves what it counted. */
    readonly tallies: string;
  }
}

const report = fileURLToPath(new URL("../../../docs/engine-matrix.md", import.meta.url));
const equality = fileURLToPath(new URL("../../../docs/equality.md", import.meta.url));

/** Vitest calls it before the first test file; what it gives is called after the last, and prints what all have counted. */
export default function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "writ-matrix-"));
  project.provide("tallies", folder);
  return async () => {
    const tallies = readTallies(folder);
    rmSync(folder, { recursive: true });
    if (tallies.length === 0) return;
    process.stdout.write(`\n${renderTotals(tallies)}\n${renderSum(tallies)}\n`);
    if (!isFull) return;
    await writePage(report, renderReport(tallies));
    await writePage(equality, withFigures(readFileSync(equality, "utf8"), tallies));
  };
}

async function writePage(file: string, text: string): Promise<void> {
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: "markdown" }));
}
