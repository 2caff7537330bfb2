import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { engineCache } from "@writ/prove/engines";
import { keepRecent, lockBuilds } from "./cache.js";
import { runGo } from "./go.js";
import { programs, type Program, type ProgramName } from "./programs.js";
import { readSources, type Sources } from "./sources.js";

/** A program that is there to run. */
export interface BuiltProgram {
  readonly file: string;
  /** The engine's version, without the leading v. */
  readonly version: string;
}

/** What a test may change about a build. */
export interface BuildOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** The folder of the Go modules. */
  readonly modules?: string;
  readonly report?: (line: string) => void;
}

const goModules = fileURLToPath(new URL("../../go", import.meta.url));

/** Seconds between two lines about one build. */
const reportInterval = 30;

/**
 * Gives an engine's program, built first unless the cache holds it from the same sources and the same Go. Throws an error that says
 * what to do when there is no Go or the build fails: an engine that is absent must fail the suite.
 */
export async function builtProgram(name: ProgramName, options: BuildOptions = {}): Promise<BuiltProgram> {
  const { env = process.env, modules = goModules, report = (line) => process.stderr.write(`${line}\n`) } = options;
  const program: Program = programs[name];
  const sources = readSources(modules, program);
  const cache = engineCache(env);
  const folder = join(cache, `${name}-${await keyOf(name, sources, env)}`);
  const file = join(folder, process.platform === "win32" ? `${name}.exe` : name);
  if (!existsSync(file)) {
    const release = await lockBuilds(cache, () => report(`${name}: waiting for another build`));
    try {
      if (!existsSync(file)) await build({ name, program, sources, folder, file, cache, env, report });
    } finally {
      release();
    }
  }
  keepRecent(cache, name, folder);
  return { file, version: sources.version.slice(1) };
}

async function keyOf(name: ProgramName, sources: Sources, env: NodeJS.ProcessEnv): Promise<string> {
  const run = await runGo(["env", "GOVERSION", "GOOS", "GOARCH"], { folder: sources.folder, env });
  if (run.missing) {
    throw new Error(
      `the engine ${name} cannot be built: there is no \`go\` on PATH; install Go 1.26 or newer (https://go.dev/dl/)`,
    );
  }
  if (run.code !== 0) throw new Error(`the engine ${name} cannot be built: ${run.stderr.trim()}`);
  return createHash("sha256").update(sources.hash).update("\0").update(run.stdout).digest("hex").slice(0, 16);
}

interface Build extends Required<Pick<BuildOptions, "env" | "report">> {
  readonly name: ProgramName;
  readonly program: Program;
  readonly sources: Sources;
  readonly folder: string;
  readonly file: string;
  readonly cache: string;
}

async function build({ name, program, sources, folder, file, cache, env, report }: Build): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(join(cache, ".building-"));
  const start = performance.now();
  let compiled = 0;
  let reported = start;
  report(`${name} ${sources.version}: building, about ${program.minutes} min with empty caches`);
  try {
    const output = join(unfinished, "program");
    const args = ["build", "-v", "-trimpath", `-ldflags=${sources.linkerFlags}`, "-o", output, program.package];
    const run = await runGo(args, {
      folder: sources.folder,
      env,
      onLine: () => {
        compiled += 1;
        if (performance.now() - reported < reportInterval * 1000) return;
        reported = performance.now();
        report(`${name}: ${compiled} packages, ${duration(reported - start)}`);
      },
    });
    if (run.code !== 0) throw new Error(`the engine ${name} does not build:\n${lastLines(run.stderr, 20)}`);
    const size = statSync(output).size;
    const seconds = Math.round((performance.now() - start) / 1000);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, "build.json"),
      `${JSON.stringify({ version: sources.version, size, seconds, compiled })}\n`,
    );
    renameSync(output, file);
    report(`${name} ${sources.version}: built in ${duration(seconds * 1000)}, ${Math.round(size / 1e6)} MB`);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function lastLines(text: string, count: number): string {
  return text.trimEnd().split("\n").slice(-count).join("\n");
}
