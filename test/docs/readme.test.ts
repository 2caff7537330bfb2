import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

it("shows in the README what the command really prints, and every policy of the library", { timeout: 60_000 }, () => {
  const run = spawnSync(process.execPath, ["scripts/readme.mjs", "--check"], { cwd: root, encoding: "utf8" });
  expect(run.stderr).toBe("");
  expect(run.status).toBe(0);
});
