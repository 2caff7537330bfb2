import { compile } from "@writ/compiler";
import { interpreter, renderedJudge } from "@writ/compiler/ir";
import type { Asked } from "@writ/prove/engines";
import { isPolicy, type Policy } from "@writ/sdk";
import { describe, expect, it } from "vitest";
import { styleOf } from "../report/style.js";
import { type Proof, certificate, isAgreement } from "./certificate.js";
import { type PolicyProof, provePolicy } from "./prove-policy.js";
import { renderProof } from "./report.js";
import { sampleSize } from "./testimony.js";
import { type Witness, ownWitness } from "./witness.js";

const folder = new URL("../../../../policies/pod-security/no-privileged-containers/", import.meta.url).pathname;
const file = `${folder}policy.ts`;
const exports = (await import(/* @vite-ignore */ file)) as Record<string, unknown>;
const policies = Object.fromEntries(
  Object.entries(exports).filter((entry): entry is [string, Policy] => isPolicy(entry[1])),
);
const [compiled] = compile({ root: folder, modules: [{ file, policies }], params: {} }).policies;
if (compiled === undefined) throw new Error("the policy does not compile");
const entry = { compiled, severity: compiled.severity };

/** Forgets every container but the first. */
const forgetful: Witness = ownWitness({
  name: "forgetful",
  judge: async ({ compiled: policy }, requests) =>
    requests.map((request) => interpreter(policy)(request).filter(({ path }) => !path.includes(1))),
});

/** A CEL host, with what it says instead. */
function host(name: string, answer: (text: string, index: number) => Asked["answer"] | undefined): Witness {
  const render = renderedJudge(entry.compiled);
  return {
    name,
    isSlow: false,
    batch: 40,
    refusal: () => undefined,
    judge: async (_, requests) =>
      requests.map((request, index) => {
        const text = render(request) ?? "";
        return { request, answer: answer(text, index) ?? { kind: "text", text } };
      }),
  };
}

const plan = { seed: 1, random: 200, small: 60, derived: 40 };

async function prove(...foreign: readonly Witness[]): Promise<PolicyProof> {
  return provePolicy([{ entry, own: [], labelled: [] }], { plan, foreign, broken: new Map() });
}

function proofOf(policy: PolicyProof): Proof {
  const witnesses = policy.testimonies.map(({ witness }) => ({ name: witness, what: "a test", isSlow: false }));
  return { policies: [policy], plan, engines: [{ name: "engine", version: "1", witnesses }], absent: [] };
}

describe("a proof", () => {
  it("finds the engine that differs, and the smallest input that shows it", async () => {
    const found = await prove(forgetful);
    const [{ disagreement, differ, broken } = {}] = found.testimonies;
    expect([disagreement?.found, broken]).toEqual([[], undefined]);
    expect(differ).toBeGreaterThan(1);
    // Nothing in it could be left out.
    expect(JSON.stringify(disagreement?.request.object).length).toBeLessThan(200);
    const proof = proofOf(found);
    expect(isAgreement(proof)).toBe(false);
    const text = renderProof(proof, styleOf(false, 100));
    expect(text).toContain("✗ no-privileged-containers");
    expect(text).toContain("forgetful differs on the smallest request that shows it");
    expect(text).toContain("1 of 1 policy not shown to mean the same in engine 1");
  });

  it("holds a CEL host to the one text of all violations", async () => {
    const right = host("right", () => undefined);
    const wrong = host("wrong", (text) => (text === "" ? undefined : { kind: "text", text: `${text}!` }));
    const [agreeing, differing] = (await prove(right, wrong)).testimonies;
    expect(agreeing).toMatchObject({ differ: 0, notAsked: {}, notAdmissible: {} });
    expect(agreeing?.agreed).toBe(agreeing?.inputs);
    const { expected, found } = differing?.disagreement ?? {};
    expect(expected).toMatch(/must/);
    expect(found).toBe(`${String(expected)}!`);
  });

  it("never counts what was not judged as agreement", async () => {
    const partial = host("partial", (_, index) => {
      if (index % 3 === 0) return { kind: "not asked", reason: "no way to" };
      return index % 3 === 1 ? { kind: "not admissible", reason: "no such object" } : undefined;
    });
    const refusing: Witness = { ...host("refusing", () => undefined), refusal: () => "no such operation" };
    const found = await prove(partial, refusing);
    const [said, refused] = found.testimonies;
    const third = Math.floor((said?.inputs ?? 0) / 3);
    expect(third).toBeGreaterThan(50);
    expect(said).toMatchObject({ agreed: third, differ: 0 });
    expect(said?.notAsked["no way to"]).toBeGreaterThanOrEqual(third);
    expect(said?.notAdmissible["no such object"]).toBeGreaterThanOrEqual(third);
    expect(refused).toMatchObject({ agreed: 0, refused: "no such operation" });
    const text = renderProof(proofOf(found), styleOf(false, 100));
    expect(text).toMatch(/^ {4}not asked: \d+ {2}no way to$/m);
    expect(text).toMatch(/^ {4}not admissible: \d+ {2}no such object$/m);
    expect(text).toContain("    not judged there: no-privileged-containers: no such operation");
  });

  it("says of an engine that gives no verdict that it is broken, and asks it nothing more", async () => {
    const silent = host("silent", (_, index) =>
      index === 7 ? { kind: "broken", message: "out of memory" } : undefined,
    );
    const found = await prove(silent);
    expect(found.testimonies).toMatchObject([{ broken: "out of memory", differ: 0 }]);
    expect(isAgreement(proofOf(found))).toBe(false);
    const again = await provePolicy([{ entry, own: [], labelled: [] }], {
      plan,
      foreign: [silent],
      broken: new Map([["silent", "broken before"]]),
    });
    expect(again.testimonies).toMatchObject([{ broken: "broken before", inputs: 0, agreed: 0 }]);
  });

  it("gives a slow engine a sample of what is made, and each labelled input", async () => {
    const asked: unknown[] = [];
    const quick = host("quick", () => undefined);
    const slow: Witness = {
      ...quick,
      name: "slow",
      isSlow: true,
      judge: async (of, requests) => {
        asked.push(...requests);
        return quick.judge(of, requests);
      },
    };
    const written = {
      object: { apiVersion: "v1", kind: "Pod", metadata: { name: "written" }, spec: { containers: [{ name: "a" }] } },
      operation: "CREATE" as const,
      namespace: { name: "shop" },
    };
    const subject = [{ entry, own: [], labelled: [written] }] as const;
    const { inputs, testimonies } = await provePolicy(subject, { plan, foreign: [quick, slow], broken: new Map() });
    expect(asked[0]).toEqual(written);
    expect(inputs.generated).toBeGreaterThan(3 * sampleSize);
    expect(asked.length).toBeLessThanOrEqual(1 + sampleSize);
    expect(asked.length).toBeGreaterThan(sampleSize / 2);
    expect(testimonies.map(({ inputs: given }) => given)).toEqual([1 + inputs.generated, asked.length]);
  });

  it("is the same bytes for the same seed, and says what survived", async () => {
    const bytes = async () => JSON.stringify(certificate(proofOf(await prove(host("right", () => undefined)))));
    const once = await bytes();
    expect(await bytes()).toBe(once);
    expect(JSON.parse(once)).toMatchObject({
      agreed: true,
      policies: [
        { id: "no-privileged-containers", coverage: { branches: 2, covered: 2 }, mutants: { survived: [], score: 1 } },
      ],
    });
  });
});
