import { describe, expect, it } from "vitest";
import { configProblems } from "./validate.js";

function problems(value: unknown, source = ""): readonly string[] {
  return configProblems(value, "writ.config.ts", source).map(({ message }) => message);
}

function inNamespaces(selection: object): object {
  return { enforcement: { namespaces: [{ action: "deny", ...selection }] } };
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
      enforcement: {
        action: "warn",
        failurePolicy: "Ignore",
        exclude: [],
        namespaces: [
          { action: "deny", names: ["shop"], matchLabels: { "example.com/env": "prod", tier: "" } },
          { action: "audit", matchExpressions: [{ key: "team", operator: "In", values: ["a"] }] },
        ],
        policies: { "image-tag-pinned": "deny", "no-host-path": { failurePolicy: "Fail" } },
      },
      cluster: { kyvernoVersion: "v1.19.1", kyvernoNamespace: "shop", params: "object" },
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
    [{ enforcement: "deny" }, "`enforcement` must be an object"],
    [{ enforcement: { action: "block" } }, "`enforcement.action` must be one of audit, warn, deny"],
    [{ enforcement: { acton: "deny" } }, "unknown key `acton` in `enforcement`"],
    [{ enforcement: { policies: { a: "Deny" } } }, "`enforcement.policies.a` must be one of audit, warn, deny"],
    [{ enforcement: { exclude: ["Shop"] } }, "`enforcement.exclude[0]` must be the name of a namespace"],
    [
      { enforcement: { namespaces: [{ names: ["a"] }] } },
      "`enforcement.namespaces[0].action` must be one of audit, warn, deny",
    ],
    [
      { enforcement: { namespaces: [{ action: "deny" }] } },
      "`enforcement.namespaces[0]` must be a selection of namespaces",
    ],
    [
      { enforcement: { namespaces: [{ action: "deny", names: [] }] } },
      "`enforcement.namespaces[0]` must be a selection of namespaces",
    ],
    [inNamespaces({ matchLabels: { "a/b/c": "d" } }), "`a/b/c` is no key of a label"],
    [
      inNamespaces({ matchLabels: { a: "b c" } }),
      "`enforcement.namespaces[0].matchLabels.a` must be the value of a label",
    ],
    [
      inNamespaces({ matchExpressions: [{ key: "a", operator: "In" }] }),
      "`enforcement.namespaces[0].matchExpressions[0].values` must be a list with at least one value",
    ],
    [
      inNamespaces({ matchExpressions: [{ key: "a", operator: "Exists", values: ["b"] }] }),
      "`enforcement.namespaces[0].matchExpressions[0].values` must be absent with Exists",
    ],
    [{ cluster: { kyvernoVersion: "latest" } }, "`cluster.kyvernoVersion` must be a version such as 1.19"],
    [{ cluster: { params: "objects" } }, "`cluster.params` must be one of inline, object"],
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
  it("places a fault at the innermost key that the source holds", () => {
    const source = [
      "const action = 1;",
      "export default {",
      "  enforcement: {",
      "    policies: { b: { action: 'deny' } },",
      "    namespaces: [{ names: ['a'], action: 'block' }],",
      "  },",
      "};",
    ].join("\n");
    const config = {
      enforcement: { policies: { b: { action: "deny" } }, namespaces: [{ names: ["a"], action: "block" }] },
    };
    expect(configProblems(config, "writ.config.ts", source)).toMatchObject([{ line: 5, column: 34, endColumn: 40 }]);
  });
  it("is not fooled by keys that every object has", () => {
    expect(problems({ toString: 1 })).toEqual(["unknown key `toString` in the configuration"]);
  });
});
