import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "packages/*/test/**/*.test.ts",
      "policies/**/*.test.ts",
      "test/**/*.test.ts",
      "scripts/**/*.test.{ts,mjs}",
    ],
    // Foreign engines take minutes to build: `test/engines` has a command of its own.
    exclude: ["**/node_modules/**", "**/dist/**", "test/engines/**"],
    // The first answer of OPA's WASI module takes a second, and several on a busy machine.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
