import * as parser from "@typescript-eslint/parser";
import type { ESLint, Linter } from "eslint";
import { translatable } from "./translatable.js";

/** The plugin: `export default [writ.configs.recommended]` in eslint.config.js is all the set-up there is. */
const writ: ESLint.Plugin & { readonly configs: { readonly recommended: Linter.Config } } = {
  meta: { name: "@writ/eslint-plugin", namespace: "writ" },
  rules: { translatable },
  configs: {
    // The plugin and its configuration name each other: ESLint takes two objects of one name for two plugins.
    get recommended() {
      return recommended;
    },
  },
};

/**
 * Shows what the compiler says about each policy. It takes every TypeScript file, as a policy may stand anywhere; one that exports no
 * policy is parsed, and that is all.
 */
const recommended: Linter.Config = {
  name: "writ/recommended",
  files: ["**/*.ts", "**/*.mts"],
  plugins: { writ },
  // The compiler reads the text itself: the parser is there for ESLint, and needs no type information.
  languageOptions: { parser },
  rules: { "writ/translatable": "error" },
};

export default writ;
