import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { homedir } from "node:os";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { runGo } from "./go.js";

/** Why there is no module, in the form of a problem: what is wrong and what to do. */
export interface Unavailable {
  readonly message: string;
  readonly help: string;
}

export interface ModuleOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** The folder of the Go module. */
  readonly sources?: string;
  /** Gets a line when a build starts, every now and then, and at its end. */
  readonly report?: (line: string) => void;
}

const ownSources = fileURLToPath(new URL("../go", import.meta.url));

/** Builds that are kept: those of two versions of writ. */
const buildsKept = 2;

/** Milliseconds between two lines about a build. */
const reportInterval = 15_000;

/**
 * The file of the WASI module, built first unless the user's cache holds it from the same sources: then nothing needs Go. It is made when it
 * is first needed, not at set-up: most users never ask for it, and the first build compiles a good part of Kubernetes.
 */
export async function apiServerModule(options: ModuleOptions = {}): Promise<string | Unavailable> {
  const { env = process.env, sources = ownSources, report = () => undefined } = options;
  const cache = join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "writ", "apiserver");
  const folder = join(cache, keyOf(sources));
  const file = join(folder, "apiserver.wasm");
  if (!existsSync(file)) {
    const problem = await build(sources, cache, folder, { env, report });
    if (problem !== undefined) return problem;
  }
  keepRecent(cache, folder);
  return file;
}

/** The version that go.mod pins. */
export function kubernetesVersion({ sources = ownSources }: ModuleOptions = {}): string {
  const found = /k8s\.io\/kubernetes v(\S+)/.exec(readFileSync(join(sources, "go.mod"), "utf8"));
  if (found?.[1] === undefined) throw new Error("go.mod names no version of Kubernetes");
  return found[1];
}

const failedHelp = "the build needs Go 1.26 or newer and the Go module proxy, once";

function keyOf(sources: string): string {
  const hash = createHash("sha256");
  const files = readdirSync(sources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    hash.update(relative(sources, file).split(sep).join("/")).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}

async function build(
  sources: string,
  cache: string,
  folder: string,
  { env, report }: Required<Pick<ModuleOptions, "env" | "report">>,
): Promise<Unavailable | undefined> {
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(join(cache, ".building-"));
  const start = performance.now();
  let compiled = 0;
  let reported = start;
  report("building the API server's own decoding and defaulting with Go, once: two to five minutes");
  try {
    const output = join(unfinished, "apiserver.wasm");
    const args = ["build", "-v", "-buildmode=c-shared", "-trimpath", "-ldflags=-s -w", "-o", output, "./admit"];
    const run = await runGo(args, {
      folder: sources,
      env: { ...env, GOOS: "wasip1", GOARCH: "wasm", GOWORK: "off", GOFLAGS: "-mod=readonly -buildvcs=false" },
      onLine: () => {
        compiled += 1;
        if (performance.now() - reported < reportInterval) return;
        reported = performance.now();
        report(`still building: ${compiled} packages, ${seconds(reported - start)}`);
      },
    });
    if (run.missing) {
      const message = "the API server's code is not built, and there is no `go` on PATH to build it";
      return { message, help: "install Go 1.26 or newer (https://go.dev/dl/) and repeat the command" };
    }
    if (run.code !== 0) {
      const said = run.stderr.trim().split("\n").slice(-5).join("; ");
      return { message: `the API server's code cannot be built: ${said}`, help: failedHelp };
    }
    // Two that build at the same time make the same bytes: whoever is first leaves them.
    mkdirSync(folder, { recursive: true });
    renameSync(output, join(folder, "apiserver.wasm"));
    report(`built in ${seconds(performance.now() - start)}`);
    return undefined;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}

function keepRecent(cache: string, used: string): void {
  const now = new Date();
  utimesSync(used, now, now);
  const builds = readdirSync(cache)
    .filter((entry) => /^[0-9a-f]{16}$/.test(entry))
    .map((entry) => join(cache, entry))
    .sort((left, right) => statSync(right).mtimeMs - statSync(left).mtimeMs);
  for (const build of builds.slice(buildsKept)) rmSync(build, { recursive: true, force: true });
}
