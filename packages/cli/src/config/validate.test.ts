import { describe, expect, it } from "vitest";
import { configProblems } from "./validate.js";

function problems(value: unknown, source = ""): readonly string[] {
  return configProblems(value, "writ.config.ts", source).map(({ message }) => message);
}

describe("configProblems", () => {
  it("accepts every key with its type", () => {
    const config = {
      policies: ["policies/**/policy.ts"],
      inputs: ["deploy"],
      exclude: ["**/charts/**"],
      params: { "approved-registries": { registries: ["ghcr.io/*"] } },
      severity: { "image-tag-pinned": "low" },
      failOn: "none",
    };
    expect(problems(config)).toEqual([]);
    expect(problems({})).toEqual([]);
  });
  it.each([
    [undefined, "the configuration must export an object by default"],
    [[], "the configuration must export an object by default"],
    [{ policies: "policies" }, "`policies` must be a list of texts"],
    [{ inputs: [1] }, "`inputs` must be a list of texts"],
    [{ failOn: "hgih" }, "`failOn` must be one of low, medium, high, critical, none"],
    [{ severity: { a: "none" } }, "`severity.a` must be one of low, medium, high, critical"],
    [{ params: { a: [] } }, "`params.a` must be an object"],
  ])("refuses %j", (value, message) => {
    expect(problems(value)).toEqual([message]);
  });
  it("says which key was meant, and where it stands", () => {
    const source = 'export default {\n  polices: ["a"],\n};\n';
    const [found] = configProblems({ polices: ["a"] }, "writ.config.ts", source);
    expect(found).toMatchObject({
      message: "unknown key `polices` in the configuration",
      help: "did you mean `policies`?",
      line: 2,
      column: 3,
      endColumn: 10,
    });
  });
  it("is not fooled by keys that every object has", () => {
    expect(problems({ toString: 1 })).toEqual(["unknown key `toString` in the configuration"]);
  });
});
