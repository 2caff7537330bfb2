import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { findPolicyModules } from "./find.js";

function project(...files: readonly string[]): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "writ-find-")));
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), "{}");
  }
  return root;
}

function found(root: string, ...entries: readonly string[]): unknown {
  const result = findPolicyModules(entries, root);
  return result.ok ? result.value.map((file) => relative(root, file)) : result.problems.map(({ message }) => message);
}

describe("findPolicyModules", () => {
  const root = project(
    "policies/b/policy.ts",
    "policies/a/policy.mjs",
    "policies/a/other.ts",
    "policies/dist/policy.js",
    "policies/node_modules/x/policy.js",
  );
  it("takes globs, folders and files, each module once and sorted", () => {
    const both = ["policies/a/policy.mjs", "policies/b/policy.ts"];
    expect(found(root, "policies")).toEqual(both);
    expect(found(root, "policies/**/policy.*", "policies", "policies/b/policy.ts")).toEqual(both);
    expect(found(root, join(root, "policies", "**", "policy.ts"))).toEqual(["policies/b/policy.ts"]);
    expect(found(root, "policies/a/other.ts")).toEqual(["policies/a/other.ts"]);
  });
  it("takes installed packages", () => {
    const user = project("node_modules/@acme/policies/package.json", "node_modules/@acme/policies/x/policy.ts");
    expect(found(user, "@acme/policies")).toEqual(["node_modules/@acme/policies/x/policy.ts"]);
  });
  it("never takes an empty result for fine", () => {
    expect(found(root, "polices/**/policy.ts")).toEqual(["`polices/**/policy.ts` names no policy module"]);
    expect(found(root, "@acme/none", "policies")).toEqual(["`@acme/none` names no policy module"]);
  });
});
