import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { onTestFinished } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What an installed package consists of, as far as unit tests load it. */
const own = ["sdk", "compiler", "inputs", "cli"] as const;

/** Packages of others, by the folder of ours that has them. */
const others: Readonly<Record<string, string>> = {
  "ts-morph": "packages/compiler",
  yaml: "packages/compiler",
  "js-yaml": "packages/inputs",
  tinyglobby: "packages/inputs",
  esbuild: "packages/cli",
  vitest: ".",
  "@vitest/coverage-v8": ".",
  "@types/node": ".",
};

/**
 * A project in a folder of its own with the packages installed as files, the way a registry would bring them: a test runner treats
 * what is linked from a workspace otherwise. It is gone when the test is.
 */
export function installedProject(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "writ-vitest-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const modules = join(folder, "node_modules");
  for (const name of own) {
    const from = join(root, "packages", name);
    const to = join(modules, "@writ", name);
    for (const part of ["package.json", "dist", "vitest", "rego-lib"]) {
      if (existsSync(join(from, part))) cpSync(join(from, part), join(to, part), { recursive: true });
    }
  }
  for (const [name, holder] of Object.entries(others)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(realpathSync(join(root, holder, "node_modules", name)), join(modules, name));
  }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** What a program said. */
export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** Runs the project's own Vitest once. */
export function vitest(folder: string, ...args: readonly string[]): Ran {
  return run(folder, join(folder, "node_modules/vitest/vitest.mjs"), ["run", ...args]);
}

/** Checks the project's types with its own tsconfig. */
export function typeCheck(folder: string): Ran {
  return run(folder, join(root, "node_modules/typescript-7/bin/tsc"), ["-p", "."]);
}

function run(cwd: string, program: string, args: readonly string[]): Ran {
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, TMPDIR, NO_COLOR: "1", CI: "1" };
  const done = spawnSync(process.execPath, [program, ...args], { cwd, env, encoding: "utf8" });
  return { code: done.status, output: stripVTControlCharacters(done.stdout + done.stderr) };
}
