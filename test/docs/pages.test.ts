import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

it.each(["scripts/diagnostics.mjs", "scripts/language.mjs"])(
  "%s has nothing new to write",
  { timeout: 240_000 },
  (script) => {
    const run = spawnSync(process.execPath, [script, "--check"], { cwd: root, encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
  },
);
