import { compile } from "@writ/compiler";
import { interpreter } from "@writ/compiler/ir";
import { isPolicy, type Policy } from "@writ/sdk";
import { describe, expect, it } from "vitest";
import type { Evaluator } from "../judge/evaluator.js";
import { styleOf } from "../report/style.js";
import { certificate } from "./certificate.js";
import { provePolicy } from "./prove-policy.js";
import { renderProofs } from "./report.js";

const folder = new URL("../../../../policies/pod-security/no-privileged-containers/", import.meta.url).pathname;
const file = `${folder}policy.ts`;
const exports = (await import(/* @vite-ignore */ file)) as Record<string, unknown>;
const policies = Object.fromEntries(
  Object.entries(exports).filter((entry): entry is [string, Policy] => isPolicy(entry[1])),
);
const [compiled] = compile({ root: folder, modules: [{ file, policies }], params: {} }).policies;
if (compiled === undefined) throw new Error("the policy does not compile");
const entry = { compiled, severity: compiled.severity };

const reference: Evaluator = {
  name: "interpreter",
  judge: async ({ compiled: policy }, requests) => requests.map((request) => interpreter(policy)(request)),
};
/** Forgets every container but the first. */
const forgetful: Evaluator = {
  name: "forgetful",
  judge: async (policy, requests) => {
    const all = await reference.judge(policy, requests);
    return all.map((opinion) => ("failed" in opinion ? opinion : opinion.filter(({ path }) => !path.includes(1))));
  },
};
const plan = { seed: 1, random: 300, small: 100 };

describe("a proof", () => {
  it("finds the engine that differs, and the smallest input that shows it", async () => {
    const proof = await provePolicy({ entry, evaluators: [reference, forgetful], labelled: [] }, plan);
    expect(proof.disagreements).toHaveLength(1);
    const [{ evaluator, request, found } = { evaluator: "", request: undefined, found: undefined }] =
      proof.disagreements;
    expect([evaluator, found]).toEqual(["forgetful", []]);
    const text = renderProofs([proof], [{ name: "forgetful", version: "1" }], styleOf(false, 100));
    expect(text).toContain("✗ no-privileged-containers");
    expect(text).toContain("forgetful differs on the smallest request that shows it:");
    expect(text).toContain("1 of 1 policy differ");
    // Nothing in it could be left out.
    expect(JSON.stringify(request?.object).length).toBeLessThan(200);
  });

  it("is the same bytes for the same seed, and says what survived", async () => {
    const once = await provePolicy({ entry, evaluators: [reference], labelled: [] }, plan);
    const again = await provePolicy({ entry, evaluators: [reference], labelled: [] }, plan);
    const bytes = (proof: typeof once) => JSON.stringify(certificate([proof], plan, []));
    expect(bytes(again)).toBe(bytes(once));
    expect(certificate([once], plan, [])).toMatchObject({
      agreed: true,
      policies: [
        { id: "no-privileged-containers", coverage: { branches: 2, covered: 2 }, mutants: { survived: [], score: 1 } },
      ],
    });
  });
});
