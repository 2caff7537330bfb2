import { describe, expect, it } from "vitest";
import type { Arithmetic, Expr, Rule, Span } from "../ir/nodes.js";
import type { CompiledPolicy, KindRef } from "../ir/policy.js";
import { bool, int, string } from "../ir/types.js";
import { defaultProductOptions, type ProductOptions } from "./cluster/options.js";
import { emitKubernetes, type KubernetesTargetName } from "./index.js";

const pod: KindRef = { group: "", version: "v1", kind: "Pod", plural: "pods", namespaced: true };
const namespace: KindRef = { group: "", version: "v1", kind: "Namespace", plural: "namespaces", namespaced: false };
const node: KindRef = { group: "", version: "v1", kind: "Node", plural: "nodes", namespaced: false };

function policyOf(id: string, kinds: readonly KindRef[], more: Partial<CompiledPolicy> = {}): CompiledPolicy {
  return {
    ...{ id, title: "T", severity: "low", controls: [], kinds, view: "resource", operations: ["CREATE", "UPDATE"] },
    ...{ file: "policies/p.ts", line: 3, column: 14, exportName: "p", params: {}, paramShapes: {} },
    ir: { files: [], rules: [], shapes: {} },
    ...more,
  };
}

const simple = policyOf("p", [pod]);
const deny = defaultProductOptions("deny");
const inProd: ProductOptions = {
  ...deny,
  namespaces: [{ requirements: [{ key: "env", operator: "In", values: ["prod"] }], enforcement: "audit" }],
};
const selectors: ProductOptions = {
  ...deny,
  namespaces: Array.from({ length: 17 }, (_, at) => ({
    requirements: [{ key: `team-${String(at)}`, operator: "Exists" as const }],
    enforcement: "audit" as const,
  })),
};
const long = "p".repeat(60);

const cases: readonly (readonly [string, KubernetesTargetName, CompiledPolicy, ProductOptions, string])[] = [
  ["a name with its suffix", "kyverno", policyOf(long, [pod]), inProd, "limit: the name"],
  ["a name with its suffix", "kyverno-legacy", policyOf(long, [pod]), inProd, "limit: the name"],
  [
    "the kind of a parameter object",
    "vap",
    policyOf(long, [pod], { params: { a: "b" }, paramShapes: { a: { type: "string" } } }),
    { ...deny, params: "object" },
    "limit: its id is too long",
  ],
  [
    "a cluster's kind in one namespace",
    "kyverno",
    policyOf("p", [pod, node]),
    { ...deny, namespace: "shop" },
    "enforcement: a policy of the namespace shop never sees Node",
  ],
  [
    "selectors in one namespace",
    "kyverno",
    simple,
    { ...inProd, namespace: "shop" },
    "enforcement: a policy of the namespace shop cannot select",
  ],
  [
    "a namespace that is left out",
    "kyverno",
    simple,
    { ...deny, namespace: "kyverno" },
    "enforcement: the namespace kyverno is one",
  ],
  [
    "one namespace",
    "kyverno-legacy",
    simple,
    { ...deny, namespace: "shop" },
    "enforcement: a ClusterPolicy does not live",
  ],
  [
    "one namespace",
    "vap",
    simple,
    { ...deny, namespace: "shop" },
    "enforcement: a ValidatingAdmissionPolicy does not live",
  ],
  [
    "Namespaces by their labels",
    "kyverno-legacy",
    policyOf("p", [namespace]),
    inProd,
    "enforcement: a ClusterPolicy cannot tell",
  ],
  ["too many selectors", "vap", simple, selectors, "enforcement: its namespace selectors make more than 16 bindings"],
  [
    "too many selectors",
    "kyverno",
    simple,
    selectors,
    "enforcement: its namespace selectors make more than 16 policies",
  ],
  ["too many selectors", "kyverno-legacy", simple, selectors, "enforcement: its namespace selectors make more"],
  [
    "an object of parameters",
    "kyverno",
    simple,
    { ...deny, params: "object" },
    "enforcement: its parameters can only be",
  ],
  [
    "a Kyverno without it",
    "kyverno-legacy",
    simple,
    { ...deny, kyvernoVersion: "1.20.0" },
    "version: Kyverno 1.20.0 has no ClusterPolicy",
  ],
  ["a Kyverno before it", "kyverno", simple, { ...deny, kyvernoVersion: "v1.9" }, "version: Kyverno v1.9 has no such"],
];

describe("emitKubernetes", () => {
  it.each(cases)("refuses %s for %s, once, at the policy", (_, target, policy, options, text) => {
    const emitted = emitKubernetes(target, policy, options);
    const refusals = emitted.ok ? [] : emitted.refusals;
    expect(refusals.map(({ reason, what }) => `${reason}: ${what}`)).toEqual([expect.stringContaining(text)]);
    expect(refusals[0]).toMatchObject({ file: "policies/p.ts", line: 3, column: 14, endLine: 3, endColumn: 15 });
  });
  it.each(["kyverno", "kyverno-legacy", "vap"] as const)(
    "%s: takes the same policy when it is asked for less",
    (target) => {
      for (const policy of [simple, policyOf("p", [pod, node, namespace]), policyOf(long, [pod])]) {
        const emitted = emitKubernetes(target, policy, { ...deny, kyvernoVersion: "1.19.1" });
        expect(emitted.ok && emitted.product.objects[0]?.metadata.name).toBe(policy.id);
      }
    },
  );
});

/** A policy that reports when its parameter `most`, plus what is asked for, is below zero. */
function sumWith(right: Expr, span: Span): CompiledPolicy {
  const most: Expr = { kind: "param", name: "most", type: int, span };
  const sum: Arithmetic = { kind: "arithmetic", operator: "+", left: most, right, type: int, span };
  const zero: Expr = { kind: "literal", value: 0, type: int, span };
  const rule: Rule = {
    steps: [
      { kind: "assume", condition: { kind: "compare", operator: "<", left: sum, right: zero, type: bool, span }, span },
    ],
    message: { kind: "literal", value: "too few", type: string, span },
    target: { kind: "root", root: "object", type: { value: { kind: "record", model: "Pod" }, optional: false }, span },
    at: [],
    span,
  };
  const params = { params: { most: 3 }, paramShapes: { most: { type: "integer" } } } as const;
  return policyOf("p", [pod], { ...params, ir: { files: ["policies/p.ts"], rules: [rule], shapes: {} } });
}

describe("arithmetic with a parameter", () => {
  const span: Span = [0, 9, 5, 9, 20];
  const number = (value: number): Expr => ({ kind: "literal", value, type: int, span });

  it("is refused where the user of the policy sets it, at its place", () => {
    const emitted = emitKubernetes("vap", sumWith(number(1), span), { ...deny, params: "object" });
    expect(emitted.ok ? [] : emitted.refusals).toEqual([
      expect.objectContaining({
        reason: "enforcement",
        what: expect.stringMatching(/^`\+` could leave the integers/) as string,
        ...{ file: "policies/p.ts", line: 9, column: 5, endLine: 9, endColumn: 20 },
      }),
    ]);
  });
  it("is taken where its value is known, and where no value leaves the range", () => {
    expect(emitKubernetes("vap", sumWith(number(1), span), deny).ok).toBe(true);
    expect(emitKubernetes("vap", sumWith(number(0), span), { ...deny, params: "object" }).ok).toBe(true);
  });
});
