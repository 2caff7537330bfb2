import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CompiledPolicy, KindRef } from "../../ir/policy.js";
import { enforcedParts, partLimit } from "./enforcement.js";
import { defaultProductOptions, enforcements, type LabelRequirement, type NamespaceEnforcement } from "./options.js";

const pod: KindRef = { group: "", version: "v1", kind: "Pod", plural: "pods", namespaced: true };
const namespace: KindRef = { group: "", version: "v1", kind: "Namespace", plural: "namespaces", namespaced: false };
const node: KindRef = { group: "", version: "v1", kind: "Node", plural: "nodes", namespaced: false };

function policyOf(...kinds: readonly KindRef[]): CompiledPolicy {
  return {
    id: "p",
    title: "P",
    severity: "low",
    controls: [],
    kinds,
    operations: ["CREATE", "UPDATE"],
    view: "resource",
    ...{ file: "p.ts", line: 1, column: 1, exportName: "p", params: {}, paramShapes: {} },
    ir: { files: [], rules: [], shapes: {} },
  };
}

type Labels = Readonly<Record<string, string>>;

/** As Kubernetes reads a requirement. */
function meets(labels: Labels, { key, operator, values = [] }: LabelRequirement): boolean {
  const value = labels[key];
  switch (operator) {
    case "In":
      return value !== undefined && values.includes(value);
    case "NotIn":
      return value === undefined || !values.includes(value);
    case "Exists":
      return value !== undefined;
    case "DoesNotExist":
      return value === undefined;
  }
}

const keys = ["team", "env"];
const values = ["a", "b", "c"];
const requirement: fc.Arbitrary<LabelRequirement> = fc.oneof(
  fc.record({
    key: fc.constantFrom(...keys),
    operator: fc.constantFrom("In", "NotIn"),
    values: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }),
  }),
  fc.record({ key: fc.constantFrom(...keys), operator: fc.constantFrom("Exists", "DoesNotExist") }),
);
const rule: fc.Arbitrary<NamespaceEnforcement> = fc.record({
  requirements: fc.array(requirement, { minLength: 1, maxLength: 2 }),
  enforcement: fc.constantFrom(...enforcements),
});
const labelsOf = fc.record(
  { team: fc.constantFrom(...values), env: fc.constantFrom(...values) },
  { requiredKeys: [] },
) as fc.Arbitrary<Labels>;

describe("enforcedParts", () => {
  it("gives each namespace that is not left out exactly one part: that of the first selector that holds", () => {
    const property = fc.property(
      fc.array(rule, { maxLength: 3 }),
      labelsOf,
      fc.constantFrom("kube-system", "shop"),
      (namespaces, labels, name) => {
        const options = { ...defaultProductOptions("audit"), namespaces };
        const parts = enforcedParts(policyOf(pod), options, ["kube-system"]);
        const all = { ...labels, "kubernetes.io/metadata.name": name };
        const matching = parts.filter(({ requirements }) => requirements.every((one) => meets(all, one)));
        const first = namespaces.find(({ requirements }) => requirements.every((one) => meets(all, one)));
        const expected = name === "kube-system" ? [] : [first?.enforcement ?? "audit"];
        expect(matching.map(({ enforcement }) => enforcement)).toEqual(expected);
        expect(new Set(parts.map(({ suffix }) => suffix)).size).toBe(parts.length);
        expect(parts.filter(({ suffix }) => suffix === "").length).toBeLessThanOrEqual(1);
      },
    );
    fc.assert(property, { numRuns: 2_000, seed: 11 });
  });

  it("keeps kinds that no namespace holds apart, as every selector lets them through", () => {
    const inProd: NamespaceEnforcement = {
      requirements: [{ key: "env", operator: "In", values: ["prod"] }],
      enforcement: "deny",
    };
    const options = { ...defaultProductOptions("warn"), namespaces: [inProd] };
    const parts = enforcedParts(policyOf(pod, node, namespace), options, []);
    const shown = parts.map(({ suffix, enforcement, kinds }) => [suffix, enforcement, kinds.map(({ kind }) => kind)]);
    expect(shown).toEqual([
      ["", "warn", ["Pod", "Namespace"]],
      [".deny-1", "deny", ["Pod", "Namespace"]],
      [".cluster", "warn", ["Node"]],
    ]);
    expect(enforcedParts(policyOf(node), options, ["kube-system"])).toEqual([
      { suffix: "", enforcement: "warn", kinds: [node], requirements: [] },
    ]);
  });

  it("ends early when the selectors would make more parts than there may be", () => {
    const wide = (position: number): NamespaceEnforcement => ({
      requirements: values.map((value) => ({ key: `k${position}-${value}`, operator: "Exists" })),
      enforcement: "deny",
    });
    const options = { ...defaultProductOptions(), namespaces: Array.from({ length: 40 }, (_, at) => wide(at)) };
    const parts = enforcedParts(policyOf(pod), options, []);
    expect(parts.length).toBeGreaterThan(partLimit);
    expect(parts.length).toBeLessThan(200);
  });
});
