import { defineConfig } from "vitest/config";

/** The suite that runs the real engines: `npm run test:engines`. It builds those that are missing, which takes minutes. */
export default defineConfig({
  test: {
    include: ["test/engines/**/*.test.ts"],
    // Prints what the matrix has counted.
    globalSetup: "test/engines/matrix/totals.ts",
    // Concurrent tests wait for engines, each a process of its own: while one judges, the others do.
    maxConcurrency: 8,
    // A build, and every server beside it, wants the machine for itself.
    fileParallelism: false,
    // One process for all files, which keeps the policies that one of them has compiled for the next.
    isolate: false,
    // What is compiled needs no transformation.
    server: { deps: { external: [/\/packages\/[^/]+\/dist\//] } },
    // What an engine's build says is for whoever waits, at once.
    disableConsoleIntercept: true,
    testTimeout: 120_000,
    hookTimeout: 60 * 60_000,
    teardownTimeout: 30_000,
  },
});
