import { defineConfig } from "vitest/config";

/** The suite that runs the real engines: `npm run test:engines`. It builds those that are missing, which takes minutes. */
export default defineConfig({
  test: {
    include: ["test/engines/**/*.test.ts"],
    // A build, and every server beside it, wants the machine for itself.
    fileParallelism: false,
    // What an engine's build says is for whoever waits, at once.
    disableConsoleIntercept: true,
    testTimeout: 120_000,
    hookTimeout: 60 * 60_000,
    teardownTimeout: 30_000,
  },
});
