import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { openApiserverValidator } from "../apiserver-validator.js";
import { openKyvernoCli } from "../kyverno-cli.js";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const empty = mkdtempSync(join(tmpdir(), "writ-no-go-"));

afterAll(() => {
  rmSync(empty, { recursive: true });
});

describe("an engine that cannot be built", () => {
  // Built before or not: without Go nobody knows whether what the cache holds is what is pinned.
  const options = { env: { ...process.env, PATH: empty } };

  it("does not open", async () => {
    await expect(openApiserverValidator("new", options)).rejects.toThrow("there is no `go` on PATH");
    await expect(openApiserverValidator("old", options)).rejects.toThrow("there is no `go` on PATH");
    await expect(openKyvernoCli(options)).rejects.toThrow("there is no `go` on PATH");
  });

  it("fails the run, whose last line and exit code say so", () => {
    const program = `import { runEngineTests } from "./scripts/run-tests.mjs";
      process.exitCode = await runEngineTests(["test/engines/matrix/kyverno.test.ts"]);`;
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
      cwd: root,
      encoding: "utf8",
      env: options.env,
    });
    expect(run.status).toBe(1);
    expect(run.stdout.trimEnd().split("\n").at(-1)).toBe("0 passed, 1 failed");
    expect(run.stdout + run.stderr).toContain("there is no `go` on PATH; install Go 1.26 or newer");
  });
});
