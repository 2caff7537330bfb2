import { compile } from "@writ/compiler";
import type { CompiledPolicy, JsonObject, Rule, Step } from "@writ/compiler/ir";
import { isPolicy, type Policy } from "@writ/sdk";
import { describe, expect, it } from "vitest";
import { coverageOf } from "./coverage.js";
import { inputsFor } from "./inputs.js";
import { mutationScore, runMutants } from "./mutation.js";

const folder = new URL("../../../policies/pod-security/", import.meta.url).pathname;

async function compiled(id: string): Promise<CompiledPolicy> {
  const file = `${folder}${id}/policy.ts`;
  const exports = (await import(/* @vite-ignore */ file)) as Record<string, unknown>;
  const policies = Object.fromEntries(
    Object.entries(exports).filter((entry): entry is [string, Policy] => isPolicy(entry[1])),
  );
  const [policy] = compile({ root: folder, modules: [{ file, policies }], params: {} }).policies;
  if (policy === undefined) throw new Error(`${id} does not compile`);
  return policy;
}

const pod = (...containers: readonly JsonObject[]) => ({
  object: { apiVersion: "v1", kind: "Pod", metadata: { name: "p" }, spec: { containers } },
  operation: "CREATE" as const,
  namespace: { name: "shop" },
});

describe("the mutants of a policy", () => {
  it("survive inputs that do not reach them, until the small ones are tried", async () => {
    const policy = await compiled("no-privileged-containers");
    const harmless = runMutants(policy, [{ request: pod({ name: "a" }), params: policy.params }]);
    const what = (mutants: readonly { readonly what: string }[]) => mutants.map((mutant) => mutant.what);
    expect(what(harmless.killed)).not.toContain("leaves the rule out");
    expect(what(harmless.killedBySearch)).toContain("leaves the rule out");
    expect(what(harmless.killedBySearch)).toContain("forgets init and ephemeral containers");
    expect(harmless.survived).toEqual([]);
    expect(mutationScore(harmless)).toBe(1);
  });

  it("are killed by an input that shows them", async () => {
    const policy = await compiled("no-privileged-containers");
    const privileged = pod({ name: "a", securityContext: { privileged: true } });
    const found = runMutants(policy, [{ request: privileged, params: policy.params }]);
    expect(found.killed.map(({ what }) => what)).toContain("leaves the rule out");
  });

  it("are presumed equivalent only when no small input tells them apart", async () => {
    const policy = await compiled("no-privileged-containers");
    const [rule] = policy.ir.rules;
    if (rule === undefined) throw new Error("the policy has no rule");
    // The condition twice: to drop one of the two changes nothing.
    const steps = rule.steps.flatMap((step): readonly Step[] => (step.kind === "assume" ? [step, step] : [step]));
    const twice: Rule = { ...rule, steps };
    const doubled = { ...policy, ir: { ...policy.ir, rules: [twice] } };
    const found = runMutants(doubled, []);
    expect(found.presumedEquivalent.map(({ what }) => what)).toContain("drops the condition");
    expect(found.killedBySearch.map(({ what }) => what)).toContain("leaves the rule out");
  });
});

describe("the coverage of a policy's conditions", () => {
  it("tells the outcome that no input led to, with its place", async () => {
    const policy = await compiled("no-privileged-containers");
    const coverage = coverageOf(policy, [{ request: pod({ name: "a" }), params: policy.params }]);
    expect(coverage).toMatchObject({ branches: 2, covered: 1, uncovered: [{ never: true }] });
    const [line] = coverage.uncovered.map(({ span }) => span[1]);
    expect(line).toBeGreaterThan(1);
  });
});

describe("the inputs of a policy", () => {
  it("are the same for the same seed, each once", async () => {
    const policy = await compiled("run-as-non-root");
    const plan = { seed: 7, random: 200, small: 50, derived: 40 };
    const written = [pod({ name: "a", securityContext: { runAsUser: 0 } })];
    const inputs = inputsFor(policy, plan, written);
    expect(inputsFor(policy, plan, written)).toEqual(inputs);
    expect(inputsFor(policy, { ...plan, seed: 8 }, written)).not.toEqual(inputs);
    expect(inputs).not.toContainEqual(written[0]);
    expect(new Set(inputs.map((input) => JSON.stringify(input))).size).toBe(inputs.length);
    const asked = inputs.map((request) => ({ request, params: policy.params }));
    const coverage = coverageOf(policy, asked);
    expect(coverage.covered).toBeGreaterThan(40);
    // The cache gives a copy, in which nothing is shared.
    expect(coverageOf(JSON.parse(JSON.stringify(policy)) as CompiledPolicy, asked)).toEqual(coverage);
  });
});
