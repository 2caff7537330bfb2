import { defineConfig } from "@writ/cli";

/** The library, as the shop of examples/ would use it. */
export default defineConfig({
  policies: ["policies/**/policy.ts"],
  params: {
    "approved-registries": { registries: ["registry.example.com/*", "docker.io/library/*"] },
  },
});
