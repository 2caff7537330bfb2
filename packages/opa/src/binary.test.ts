import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { fileInArchive } from "./archive.js";
import { compileWithBinary } from "./binary.js";
import { opaOnPath } from "./toolchain.js";

const before = process.env["PATH"] ?? "";
const folders: string[] = [];
afterEach(() => {
  process.env["PATH"] = before;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Puts an `opa` first on PATH that answers each subcommand with a fixed text and exit code. */
function fakeOpa(
  answers: Readonly<Record<string, { readonly out?: string; readonly code?: number; readonly err?: string }>>,
): void {
  const folder = mkdtempSync(join(tmpdir(), "writ-fake-opa-"));
  folders.push(folder);
  const script = `#!${process.execPath}
const answer = ${JSON.stringify(answers)}[process.argv[2]] ?? {};
process.stdout.write(answer.out ?? "");
process.stderr.write(answer.err ?? "");
process.exit(answer.code ?? 0);
`;
  writeFileSync(join(folder, "opa"), script);
  chmodSync(join(folder, "opa"), 0o755);
  process.env["PATH"] = `${folder}${delimiter}${before}`;
}

const request = { modules: { "x/a.rego": "package a\n", "x/b.rego": "package b\n" }, entrypoints: ["a/x"] };
const toolchain = { kind: "opa", version: "1.22.2", file: "opa" } as const;

describe("opa on PATH", () => {
  it("is taken from 1.0 on", async () => {
    fakeOpa({ version: { out: "Version: 1.22.2\nBuild Commit: x\n" } });
    expect(await opaOnPath()).toEqual({ kind: "opa", version: "1.22.2", file: "opa" });
    fakeOpa({ version: { out: "Version: 0.70.0\n" } });
    expect(await opaOnPath()).toBeUndefined();
    process.env["PATH"] = "";
    expect(await opaOnPath()).toBeUndefined();
  });

  it("has its errors put back under the names that the modules were given by", async () => {
    const location = { file: join("modules", "1.rego"), row: 3, col: 6 };
    const out = JSON.stringify({ errors: [{ code: "rego_type_error", message: "undefined function f", location }] });
    fakeOpa({ check: { out, code: 1 } });
    expect(await compileWithBinary(request, toolchain)).toEqual({
      ok: false,
      errors: [{ code: "rego_type_error", message: "undefined function f", file: "x/b.rego", line: 3, column: 6 }],
    });
  });

  it("has what it prints as plain text passed on", async () => {
    fakeOpa({ build: { err: "error: undefined entrypoint data.a.x\n", code: 1 } });
    expect(await compileWithBinary(request, toolchain)).toMatchObject({
      ok: false,
      errors: [{ code: "opa_compile_error", message: "undefined entrypoint data.a.x", file: "", line: 0 }],
    });
  });
});

describe("fileInArchive", () => {
  const entry = (name: string, content: string): Buffer => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(content.length.toString(8).padStart(11, "0"), 124);
    return Buffer.concat([header, Buffer.from(content), Buffer.alloc((512 - (content.length % 512)) % 512)]);
  };
  const archive = gzipSync(
    Buffer.concat([entry("/data.json", "{}"), entry("/policy.wasm", "x".repeat(513)), Buffer.alloc(1024)]),
  );

  it("finds a file with or without a leading slash", () => {
    expect(fileInArchive(archive, "policy.wasm")).toHaveLength(513);
    expect(Buffer.from(fileInArchive(archive, "data.json") ?? []).toString()).toBe("{}");
  });

  it("finds nothing that is not there", () => {
    expect(fileInArchive(archive, "policy")).toBeUndefined();
  });
});
