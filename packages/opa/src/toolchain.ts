import { execFile } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { promisify } from "node:util";
import { packageFile } from "./package-files.js";
import { type RegoError, type Toolchain, unplaced } from "./result.js";

/** What the build wrote beside the WASI module. The hash is verified there; a start only compares the size. */
interface ModuleRecord {
  readonly opa: string;
  readonly size: number;
  readonly sha256: string;
}

/** A compiler and the file that holds it. */
export interface LocatedToolchain extends Toolchain {
  readonly file: string;
}

/**
 * The compiler that {@link compileRego} would use: the WASI module when it was built, else `opa` 1.x on PATH.
 * The module comes first because its version is pinned, so that the same policies give the same bytes everywhere.
 */
export async function findToolchain(): Promise<LocatedToolchain | undefined> {
  return builtModule() ?? (await opaOnPath());
}

/** The answer when there is no compiler. */
export function opaUnavailable(): RegoError {
  return unplaced(
    "opa_unavailable",
    "no Rego compiler: OPA's WASI module is not built and there is no `opa` 1.x on PATH",
    "install Go 1.26 or newer (https://go.dev/dl/) and run `npm run setup`, or put the `opa` binary " +
      "(https://www.openpolicyagent.org/docs#1-download-opa) on PATH and repeat the command; " +
      "`writ check --engine native` needs neither",
  );
}

/** The WASI module, unless it is absent or was cut short. */
export function builtModule(): LocatedToolchain | undefined {
  const file = packageFile("dist/opa.wasm");
  try {
    const record = JSON.parse(readFileSync(`${file}.json`, "utf8")) as ModuleRecord;
    return statSync(file).size === record.size ? { kind: "wasi", version: record.opa, file } : undefined;
  } catch {
    return undefined;
  }
}

/** `opa` on PATH. Older than 1.0 is passed over: it reads Rego v0. */
export async function opaOnPath(): Promise<LocatedToolchain | undefined> {
  try {
    const { stdout } = await promisify(execFile)("opa", ["version"], { timeout: 10_000 });
    const version = /^Version: (\d+)(\.\S+)/m.exec(stdout);
    return version && Number(version[1]) >= 1
      ? { kind: "opa", version: `${version[1]}${version[2]}`, file: "opa" }
      : undefined;
  } catch {
    return undefined;
  }
}
