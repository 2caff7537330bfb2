import { mkdirSync, mkdtempSync, realpathSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { leadsBack } from "./link.js";

describe.skipIf(process.platform === "win32")("leadsBack", () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "writ-link-")));
  for (const folder of ["a/b", "c", "d/e"]) mkdirSync(join(root, folder), { recursive: true });
  symlinkSync("itself", join(root, "itself"));
  const links = {
    "a/b/up": "../..",
    "a/b/here": ".",
    "a/side": "../c",
    "c/side": "../a",
    "d/gone": "nowhere",
    "d/down": "e",
  };
  for (const [from, to] of Object.entries(links)) symlinkSync(to, join(root, from));

  it.each([
    ["a/b/up", true],
    ["a/b/here", true],
    ["itself", true],
    // Two links that lead to each other's folder.
    ["a/side/side", true],
    ["c/side/side", true],
    ["a/side", false],
    ["c/side", false],
    ["d/down", false],
    ["d/gone", false],
    ["d/e", false],
    ["d/missing", false],
  ])("of %s is %s", (path, expected) => {
    expect(leadsBack(join(root, path))).toBe(expected);
  });
});
