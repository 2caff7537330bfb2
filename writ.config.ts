import { defineConfig } from "@writ/cli";

/** The library judges the examples. */
export default defineConfig({
  policies: ["policies/**/policy.ts"],
});
