import path from "node:path";
import { fileURLToPath } from "node:url";
import { Project, ts } from "ts-morph";

/** The folder of the @writ/sdk that this compiler was built with: its declarations are the models. */
export const sdkFolder: string = path.dirname(fileURLToPath(import.meta.resolve("@writ/sdk")));

/**
 * The options every policy is read with, whatever the author's tsconfig says: presence checks, unchecked indices and
 * optional members are only visible to the type checker under these.
 */
export const policyOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  isolatedModules: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
  paths: {
    "@writ/sdk": [path.join(sdkFolder, "index.d.ts")],
    "@writ/sdk/models/*": [path.join(sdkFolder, "models", "*.d.ts")],
  },
};

/** A project without a module. */
export function emptyProject(): Project {
  return new Project({ compilerOptions: policyOptions, skipFileDependencyResolution: true });
}

/** Opens the policy modules and what they import. */
export function openProject(files: readonly string[]): Project {
  const project = emptyProject();
  for (const file of files) project.addSourceFileAtPath(file);
  project.resolveSourceFileDependencies();
  return project;
}
