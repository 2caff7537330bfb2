import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/engines/longest-first.js";

/** The suite that runs the real engines: `npm run test:engines`. It builds those that are missing, which takes minutes. */
export default defineConfig({
  test: {
    include: ["test/engines/**/*.test.ts"],
    // Prints what the matrix has counted.
    globalSetup: "test/engines/matrix/totals.ts",
    // Concurrent tests wait for engines, each a process of its own: while one judges, the others do.
    maxConcurrency: 8,
    // Two cores are kept busy: while a server starts, or Kyverno registers, another file's engines judge. Builds wait for each other.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // A process goes from file to file, and keeps the policies that it has compiled.
    isolate: false,
    // Requests live as long as their policy's columns: few of them are garbage while they are young.
    execArgv: ["--max-semi-space-size=64"],
    // What is compiled needs no transformation.
    server: { deps: { external: [/\/packages\/[^/]+\/dist\//] } },
    // What an engine's build says is for whoever waits, at once.
    disableConsoleIntercept: true,
    testTimeout: 120_000,
    hookTimeout: 60 * 60_000,
    teardownTimeout: 30_000,
  },
});
