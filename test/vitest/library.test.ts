import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isPolicy } from "@writ/sdk";
import { type TestRequest, withParams } from "@writ/sdk/vitest";
import { readCase } from "../../packages/cli/src/cases/read-case.js";

const policies = fileURLToPath(new URL("../../policies", import.meta.url));

function filesBelow(folder: string, wanted: RegExp): readonly string[] {
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  return all.filter((file) => wanted.test(`/${file}`)).sort();
}

const policyModules = () => filesBelow(policies, /^(?!.*\/(node_modules|dist)\/).*\/policy\.ts$/);

// The cases that `writ test` runs in every engine: a unit test must come to the very same violations.
// All are imported before the first test, and so compiled together.
const imported = await Promise.all(
  policyModules().map(async (module) => {
    const exports = (await import(/* @vite-ignore */ join(policies, module))) as Record<string, unknown>;
    return [module, Object.values(exports).find(isPolicy)!] as const;
  }),
);

describe.each(imported)("policies/%s", (module, policy) => {
  const folder = dirname(join(policies, module));

  it.each(filesBelow(folder, /\/cases\/[^/]+\.yaml$/))("%s", { timeout: 120_000 }, (file) => {
    const read = readCase(readFileSync(join(folder, file), "utf8"), file);
    if (!read.ok) throw new Error(read.problems[0]?.message);
    const { resource, oldObject, operation, namespace, params, expected } = read.value;
    const of = withParams(policy, params);
    const request: TestRequest = {
      writ: "request",
      ...{ operation, resource, namespace },
      ...(oldObject === undefined ? {} : { oldObject }),
    };
    if (expected.length === 0) expect(of).toAllow(request);
    else expect(of).toDeny(request, { violations: expected });
  });
});
