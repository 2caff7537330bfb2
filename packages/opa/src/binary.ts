import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileInArchive } from "./archive.js";
import { wasmCapabilities } from "./capabilities.js";
import { type RegoError, type RegoRequest, type RegoResult, unplaced } from "./result.js";
import type { LocatedToolchain } from "./toolchain.js";

/** The shape of `opa check --format json` and of errors that other commands print. */
interface ErrorReport {
  readonly errors?: readonly {
    readonly code?: string;
    readonly message: string;
    readonly location?: { readonly file: string; readonly row: number; readonly col: number };
  }[];
}

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Does with an `opa` binary what the WASI module does. Modules are written under numbered names to a temporary folder: a module's
 * own name may hold anything.
 */
export async function compileWithBinary(request: RegoRequest, toolchain: LocatedToolchain): Promise<RegoResult> {
  const folder = await mkdtemp(join(tmpdir(), "writ-opa-"));
  try {
    return await compileIn(folder, request, toolchain);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compileIn(folder: string, request: RegoRequest, toolchain: LocatedToolchain): Promise<RegoResult> {
  const names = Object.keys(request.modules).sort();
  const fileOf = (index: number): string => join("modules", `${index}.rego`);
  await mkdir(join(folder, "modules"));
  await Promise.all(names.map((name, index) => writeFile(join(folder, fileOf(index)), request.modules[name] ?? "")));
  await writeFile(join(folder, "capabilities.json"), JSON.stringify(request.capabilities ?? wasmCapabilities()));
  const opa = (args: readonly string[]): Promise<Run> => run(toolchain.file, args, folder);

  const limits = ["--capabilities", "capabilities.json"];
  const checked = await opa(["check", "--strict", "--format", "json", ...limits, "modules"]);
  if (checked.code !== 0) return { ok: false, errors: readErrors(checked, names) };

  const written = await opa(["fmt", "--write", "modules"]);
  if (written.code !== 0) return { ok: false, errors: readErrors(written, names) };
  const texts = await Promise.all(names.map((_, index) => readFile(join(folder, fileOf(index)), "utf8")));
  const formatted = Object.fromEntries(names.map((name, index) => [name, texts[index] ?? ""]));

  const built = await buildWasm(folder, request.entrypoints, limits, opa);
  if (!(built instanceof Uint8Array)) return { ok: false, errors: readErrors(built, names) };
  return { ok: true, formatted, wasm: built, toolchain: { kind: toolchain.kind, version: toolchain.version } };
}

async function buildWasm(
  folder: string,
  entrypoints: readonly string[],
  limits: readonly string[],
  opa: (args: readonly string[]) => Promise<Run>,
): Promise<Uint8Array | Run> {
  if (entrypoints.length === 0) return new Uint8Array();
  const exposed = entrypoints.flatMap((entrypoint) => ["--entrypoint", entrypoint]);
  const built = await opa(["build", "--target", "wasm", ...exposed, ...limits, "--output", "bundle.tar.gz", "modules"]);
  if (built.code !== 0) return built;
  const wasm = fileInArchive(await readFile(join(folder, "bundle.tar.gz")), "policy.wasm");
  return wasm ?? { code: 1, stdout: "", stderr: "`opa build` wrote a bundle without policy.wasm" };
}

function run(command: string, args: readonly string[], cwd: string): Promise<Run> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      resolve({ code, stdout, stderr: stderr || (error !== null && code === 1 && stdout === "" ? error.message : "") });
    });
  });
}

/** Errors as `opa check` reports them in JSON, or else the first line of what the command printed. */
function readErrors(failed: Run, names: readonly string[]): RegoError[] {
  const report = parseReport(failed.stdout) ?? parseReport(failed.stderr);
  if (report?.errors === undefined || report.errors.length === 0) {
    const text = (failed.stderr.trim() || failed.stdout.trim()).replace(/^error: /, "");
    return [unplaced("opa_compile_error", text || `opa ended with exit code ${failed.code}`)];
  }
  return report.errors.map(({ code, message, location }) => ({
    code: code ?? "opa_compile_error",
    message,
    file: location === undefined ? "" : originalName(location.file, names),
    line: location?.row ?? 0,
    column: location?.col ?? 0,
  }));
}

function parseReport(text: string): ErrorReport | undefined {
  try {
    return JSON.parse(text) as ErrorReport;
  } catch {
    return undefined;
  }
}

function originalName(file: string, names: readonly string[]): string {
  const index = /(\d+)\.rego$/.exec(file)?.[1];
  return (index === undefined ? undefined : names[Number(index)]) ?? file;
}
