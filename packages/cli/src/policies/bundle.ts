import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuildFailure, Message, Plugin } from "esbuild";
import type { Problem, Result } from "../problem.js";
import { failure, success } from "../problem.js";

export interface Bundle {
  /** A CommonJS module. */
  readonly code: string;
  /** Every file that went in, absolute. */
  readonly inputs: readonly string[];
}

export interface BundleRequest {
  /** Diagnostics and source names are relative to it. */
  readonly root: string;
  /** Modules to export as a list, in this order; absolute. */
  readonly files: readonly string[];
  /** The code of the problem when the bundle cannot be made. */
  readonly code: string;
}

/**
 * Bundles TypeScript or JavaScript modules into one module that exports `modules`, the list of their namespaces. The user's
 * tsconfig is not read: a policy means the same whatever stands there.
 */
export async function bundle({ root, files, code }: BundleRequest): Promise<Result<Bundle>> {
  const esbuild = await import("esbuild");
  const imports = files.map((file, index) => `import * as m${index} from ${JSON.stringify(file)};`);
  const list = files.map((_, index) => `m${index}`).join(", ");
  try {
    const result = await esbuild.build({
      stdin: {
        contents: `${imports.join("\n")}\nexport const modules = [${list}];`,
        resolveDir: root,
        sourcefile: "writ",
      },
      absWorkingDir: root,
      bundle: true,
      format: "cjs",
      platform: "node",
      target: "node20",
      write: false,
      metafile: true,
      treeShaking: true,
      charset: "utf8",
      logLevel: "silent",
      tsconfigRaw: "{}",
      plugins: [ownPackages()],
    });
    const inputs = Object.keys(result.metafile.inputs)
      .filter((name) => name !== "writ" && !name.startsWith("writ-cli:"))
      .map((name) => resolve(root, name));
    return success({ code: result.outputFiles[0]?.text ?? "", inputs });
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    return failure(...error.errors.map((message) => problemOf(message, root, code)));
  }
}

/**
 * `@writ/cli` in a configuration is only `defineConfig`, so the command never bundles itself. `@writ/sdk` is always the one
 * this command came with: the compiler reads its types from there, and a folder without node_modules works.
 */
function ownPackages(): Plugin {
  return {
    name: "writ",
    setup(build) {
      build.onResolve({ filter: /^@writ\/cli$/ }, () => ({ path: "config", namespace: "writ-cli" }));
      build.onLoad({ filter: /.*/, namespace: "writ-cli" }, () => ({
        contents: "export const defineConfig = (config) => config;",
        loader: "js",
      }));
      build.onResolve({ filter: /^@writ\/sdk(\/|$)/ }, async ({ path, kind, pluginData }) => {
        if (pluginData === "own") return undefined;
        return await build.resolve(path, { resolveDir: packageFolder(), kind, pluginData: "own" });
      });
    },
  };
}

/** The folder of this package, from wherever the code was bundled to. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(resolve(folder, "package.json")) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** The folder of an installed package as seen from `from`, else from this command. */
export function resolvePackage(name: string, from: string): string | undefined {
  for (const base of [from, packageFolder()]) {
    try {
      return dirname(createRequire(resolve(base, "writ")).resolve(`${name}/package.json`));
    } catch {
      // Not installed there: the next place is asked.
    }
  }
  return undefined;
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && "errors" in error && Array.isArray(error.errors);
}

function problemOf({ text, location, notes }: Message, root: string, code: string): Problem {
  const message = text.charAt(0).toLowerCase() + text.slice(1);
  const help = notes[0]?.text;
  if (location === null) return { code, message };
  const { file, line, column, length, lineText } = location;
  // esbuild counts columns from 0 and in UTF-8 bytes.
  const before = Buffer.from(lineText).subarray(0, column).toString().length;
  const marked = Math.max(
    1,
    Buffer.from(lineText)
      .subarray(column, column + length)
      .toString().length,
  );
  return {
    code,
    message,
    ...(help === undefined ? {} : { help }),
    file: resolve(root, file),
    line,
    column: before + 1,
    endLine: line,
    endColumn: before + 1 + marked,
  };
}
