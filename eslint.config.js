import { fileURLToPath } from "node:url";
import eslint from "@eslint/js";
import writ from "@writ/eslint-plugin";
import tseslint from "typescript-eslint";
import { importOrder } from "./scripts/lint/import-order.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));
const nodeGlobals = Object.fromEntries(
  ["Buffer", "URL", "clearTimeout", "console", "performance", "process", "require", "setTimeout"].map((name) => [
    name,
    "readonly",
  ]),
);
const tests = ["**/*.test.ts", "**/test/**", "**/testing/**"];

/** Rules of style.md on top of the strict ones of typescript-eslint. */
const house = {
  "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
  "@typescript-eslint/switch-exhaustiveness-check": [
    "error",
    { allowDefaultCaseForExhaustiveSwitch: false, considerDefaultExhaustiveForUnions: true },
  ],
  "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
  "no-restricted-syntax": [
    "error",
    {
      selector: ":matches(Program, ExportNamedDeclaration) > VariableDeclaration[kind='let']",
      message: "State of a module outlives every call: pass it, or return it.",
    },
  ],
  "house/import-order": ["error", root],
  eqeqeq: "error",
};

/** Strict rules of typescript-eslint that cost more here than they find, each with its reason. */
const noise = {
  // Numbers in messages are meant to read as numbers.
  "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
  // `x: Record<string, T>` reads `T | undefined` under noUncheckedIndexedAccess: the check is the compiler's already.
  "@typescript-eslint/no-unnecessary-condition": "off",
  // `return fail(…)` and an arrow around a call are statements, not confusion.
  "@typescript-eslint/no-confusing-void-expression": "off",
  // There are no enums of ours, and the check costs a third of the run.
  "@typescript-eslint/no-unsafe-enum-assignment": "off",
  // A function that is async by contract, or that gives back a promise, is no mistake.
  "@typescript-eslint/require-await": "off",
  // A text is spread into its code points, which is how every engine counts.
  "@typescript-eslint/no-misused-spread": "off",
  // A type parameter or an overload is often there for the reader of the signature.
  "@typescript-eslint/no-unnecessary-type-parameters": "off",
  "@typescript-eslint/unified-signatures": "off",
  // `{}` as the default of a type parameter means no members, as intended.
  "@typescript-eslint/no-generated-empty-object-type": "off",
  // ts-morph hands out its nodes by functions of its own.
  "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
  // Removing characters of control is what some expressions here are for.
  "no-control-regex": "off",
};

export default tseslint.config(
  {
    ignores: [
      "**/dist/**",
      "**/node_modules/**",
      "packages/sdk/src/models/**",
      "**/*.generated.ts",
      // Policies with a mistake each, and policies that show every way to write one.
      "test/negative/fixtures/**",
      "test/conformance/*/**",
      "**/.writ/**",
      "**/.cache/**",
      "**/.*.mjs",
    ],
  },
  eslint.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { house: { rules: { "import-order": importOrder } } },
    languageOptions: {
      parserOptions: {
        project: ["tsconfig.every.json"],
        tsconfigRootDir: root,
      },
    },
    rules: { ...noise, ...house },
  },
  {
    // As a user of the plugin has it, but with the parser that reads types.
    files: ["policies/**/*.ts"],
    plugins: writ.configs.recommended.plugins,
    rules: writ.configs.recommended.rules,
  },
  {
    files: tests,
    rules: {
      "house/import-order": "off",
      // What beforeAll prepares has to live somewhere.
      "no-restricted-syntax": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unnecessary-template-expression": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
    },
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: { globals: nodeGlobals },
    rules: { "no-restricted-syntax": house["no-restricted-syntax"], eqeqeq: "error" },
  },
);
