import { describe, expect, it } from "vitest";
import { lacking, type CelFeature } from "../../../packages/compiler/src/targets/capabilities.js";
import { openApiserverValidator } from "../src/apiserver-validator.js";
import { openKyvernoCli } from "../src/kyverno-cli.js";
import type { JsonObject } from "../src/engine.js";

/** An expression of type bool that a host compiles only if it has the feature. */
const probes: Readonly<Record<CelFeature, string>> = {
  optionals: "object.?a.orValue(1) == 1",
  mixedNumbers: "double(1) < 2",
  quantity: "isQuantity('1Gi')",
  sets: "sets.contains([1], [1])",
  format: "'%s'.format(['a']) == 'a'",
  ip: "isIP('10.0.0.1')",
  cidr: "cidr('10.0.0.0/8').prefixLength() == 8",
  namedFormats: "!format.dns1123Label().validate('a').hasValue()",
  twoVariables: "['a'].all(i, v, i == 0 && v == 'a')",
  semver: "isSemver('1.2.3')",
  lists: "[2, 1].sort() == [1, 2]",
};
const features = Object.keys(probes) as readonly CelFeature[];

const resourceRules = [{ apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["configmaps"] }];

describe.each([
  ["old", "1.30"],
  ["new", "1.37"],
] as const)("the CEL of a new policy, API server %s", (line, version) => {
  it("has what the table of capabilities says, and nothing else", async () => {
    const engine = await openApiserverValidator(line);
    expect(engine.version).toContain(version.replace("1.", "."));
    const found = await Promise.all(
      features.map(async (feature) => {
        const errors = await engine.compile({
          apiVersion: "admissionregistration.k8s.io/v1",
          kind: "ValidatingAdmissionPolicy",
          metadata: { name: "probe" },
          spec: { matchConstraints: { resourceRules }, validations: [{ expression: probes[feature] }] },
        });
        return [feature, errors.length === 0];
      }),
    );
    await engine.close();
    const told = features.map((feature) => [feature, lacking({ name: "vap", version }, feature) === undefined]);
    expect(found).toEqual(told);
  });
});

describe("the CEL of Kyverno's newest version", () => {
  const object: JsonObject = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" } };
  const expression = features.map((feature) => `(${probes[feature]})`).join(" && ");

  it("has all that the table of capabilities says, in both kinds of policy", async () => {
    expect(features.filter((feature) => lacking({ name: "kyverno", version: "1.19" }, feature))).toEqual([]);
    const engine = await openKyvernoCli();
    expect(engine.version).toContain("1.19");
    const validating: JsonObject = {
      apiVersion: "policies.kyverno.io/v1",
      kind: "ValidatingPolicy",
      metadata: { name: "probe" },
      spec: { matchConstraints: { resourceRules }, validations: [{ expression, message: "no" }] },
    };
    const match = { any: [{ resources: { kinds: ["v1/ConfigMap"], operations: ["CREATE"] } }] };
    const cluster: JsonObject = {
      apiVersion: "kyverno.io/v1",
      kind: "ClusterPolicy",
      metadata: { name: "probe" },
      spec: { rules: [{ name: "probe", match, validate: { cel: { expressions: [{ expression, message: "no" }] } } }] },
    };
    for (const policy of [validating, cluster])
      expect(await engine.judge(policy, [{ operation: "CREATE", object }])).toEqual([
        { outcome: "allow", matched: true },
      ]);
  });
});
