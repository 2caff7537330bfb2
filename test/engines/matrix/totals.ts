import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { renderReport, renderSum } from "./render-report.js";
import { renderTotals } from "./render-totals.js";
import { isFull } from "./run.js";
import { readTallies } from "./tally.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder where each test file of the matrix leaves what it counted. */
    readonly tallies: string;
  }
}

const report = new URL("../../../docs/engine-matrix.md", import.meta.url);

/** Vitest calls it before the first test file; what it gives is called after the last, and prints what all have counted. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "writ-matrix-"));
  project.provide("tallies", folder);
  return () => {
    const tallies = readTallies(folder);
    rmSync(folder, { recursive: true });
    if (tallies.length === 0) return;
    process.stdout.write(`\n${renderTotals(tallies)}\n${renderSum(tallies)}\n`);
    if (isFull) writeFileSync(report, renderReport(tallies));
  };
}
