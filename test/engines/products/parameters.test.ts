import { defaultProductOptions, kubernetesTargets } from "@writ/compiler";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PolicyRequest } from "@writ/compiler/ir";
import { requestsFor } from "@writ/prove";
import { celRequest, withNamespace } from "@writ/prove/engines";
import { readSubjects, type Subject } from "../matrix/subject.js";
import { openApiserverValidator, type ApiserverValidator } from "../src/apiserver-validator.js";
import type { JsonObject } from "../src/engine.js";
import { objectsOf } from "./policies.js";

/** Random requests a policy, beside those that somebody wrote. */
const random = 100;

/** Compiling every policy takes longer than judging by those with parameters: once is enough. */
const withParameters = readSubjects().then((subjects) =>
  subjects.filter(({ bench }) => Object.keys(bench.compiled.params).length > 0),
);

describe.each(["new", "old"] as const)("parameters in an object, in the API server's validator (%s)", (line) => {
  let validator: ApiserverValidator;
  let subjects: readonly Subject[];

  beforeAll(async () => {
    validator = await openApiserverValidator(line);
    subjects = await withParameters;
  });
  afterAll(() => validator?.close());

  it("give the verdicts and messages of inlined ones", { timeout: 300_000 }, async () => {
    const options = defaultProductOptions("deny");
    const counts = { policies: 0, requests: 0, denied: 0 };
    for (const { name, bench, labelled } of subjects) {
      const { compiled } = bench;
      if (kubernetesTargets.vap.unsupported(compiled) !== undefined) continue;
      const made = fc.sample(requestsFor(compiled), { numRuns: random, seed: 5 });
      const requests = [...labelled.map(({ request }) => request), ...made].flatMap((request: PolicyRequest) => {
        const asked = celRequest(withNamespace(request), compiled);
        return "reason" in asked ? [] : [asked.admission];
      });
      const [inlined] = kubernetesTargets.vap.product(compiled, options).objects as readonly unknown[];
      const { objects, before = {} } = kubernetesTargets.vap.product(compiled, { ...options, params: "object" });
      const [policy] = objects as readonly unknown[];
      const [params] = objectsOf(before["params"]);
      const expected = await validator.judge(inlined as JsonObject, requests);
      const found = await validator.judge(
        policy as JsonObject,
        requests.map((request) => ({ ...request, ...(params === undefined ? {} : { params }) })),
      );
      const shown = (verdicts: typeof found) => verdicts.map(({ outcome, message }) => [outcome, message]);
      expect({ name, verdicts: shown(found) }).toEqual({ name, verdicts: shown(expected) });
      counts.policies += 1;
      counts.requests += requests.length;
      counts.denied += expected.filter(({ outcome }) => outcome === "deny").length;
    }
    expect(counts.policies).toBeGreaterThanOrEqual(10);
    expect(counts.denied).toBeGreaterThan(100);
    console.log(`parameters as objects (${line}): ${JSON.stringify(counts)}`);
  });
});
