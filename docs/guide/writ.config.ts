import { defineConfig } from "@writ/cli";

export default defineConfig({
  policies: ["policies/**/policy.ts"],
  params: { "ingress-class": { classes: ["nginx", "internal"] } },
});
