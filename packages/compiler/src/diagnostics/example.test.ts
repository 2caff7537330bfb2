import { describe, expect, it } from "vitest";
import { openChecker } from "../checker.js";
import { catalogue } from "./catalogue.js";
import { type Example, exampleModule } from "./example.js";
import { examples } from "./examples.js";

const checker = openChecker();

function found(code: string, configured: Readonly<Record<string, unknown>> = {}): readonly string[] {
  const params = { example: configured };
  const { findings, notRun } = checker.check({ root: "/", file: "/policy.ts", text: exampleModule(code), params });
  expect(notRun).toBeUndefined();
  return findings.map(({ diagnostic }) => `${diagnostic.code} ${diagnostic.message}`);
}

describe("the example of a diagnostic", () => {
  it.each(Object.entries(examples))("%s", (name, { wrong, right, says, configured }: Example) => {
    const { code } = catalogue[name as keyof typeof catalogue];
    expect(found(wrong, configured?.wrong)).toContain(`${code} ${says}`);
    expect(found(right, configured?.right)).toEqual([]);
  });
});
