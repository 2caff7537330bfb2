import { defineConfig } from "vitest/config";

/** The suite that runs the real engines: `npm run test:engines`. It builds those that are missing, which takes minutes. */
export default defineConfig({
  test: {
    include: ["test/engines/**/*.test.ts"],
    // Prints what the matrix has counted.
    globalSetup: "test/engines/matrix/totals.ts",
    // Two calls of the Kyverno CLI at once are as many as two cores take.
    maxConcurrency: 2,
    // A build, and every server beside it, wants the machine for itself.
    fileParallelism: false,
    // What an engine's build says is for whoever waits, at once.
    disableConsoleIntercept: true,
    testTimeout: 120_000,
    hookTimeout: 60 * 60_000,
    teardownTimeout: 30_000,
  },
});
