import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { isPolicy, type Policy } from "@writ/sdk";
import { type TestRequest, withParams } from "@writ/sdk/vitest";
import { readCase } from "../../packages/cli/src/cases/read-case.js";

const policies = fileURLToPath(new URL("../../policies", import.meta.url));

function filesBelow(folder: string, wanted: RegExp): readonly string[] {
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  return all.filter((file) => wanted.test(`/${file}`)).sort();
}

const policyModules = () => filesBelow(policies, /^(?!.*\/(node_modules|dist)\/).*\/policy\.ts$/);

// The cases that `writ test` runs in every engine: a unit test must come to the very same violations.
describe.each(policyModules())("policies/%s", (module) => {
  const folder = dirname(join(policies, module));
  const load = async (): Promise<Policy> => {
    const exports = (await import(/* @vite-ignore */ join(policies, module))) as Record<string, unknown>;
    return Object.values(exports).find(isPolicy)!;
  };

  it.each(filesBelow(folder, /\/cases\/[^/]+\.yaml$/))("%s", { timeout: 120_000 }, async (file) => {
    const read = readCase(readFileSync(join(folder, file), "utf8"), file);
    if (!read.ok) throw new Error(read.problems[0]?.message);
    const { resource, oldObject, operation, namespace, params, expected } = read.value;
    const of = withParams(await load(), params);
    const request: TestRequest = {
      writ: "request",
      ...{ operation, resource, namespace },
      ...(oldObject === undefined ? {} : { oldObject }),
    };
    if (expected.length === 0) expect(of).toAllow(request);
    else expect(of).toDeny(request, { violations: expected });
  });
});
