import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AdmissionRequest, Engine, EngineVerdict, JsonObject } from "../src/engine.js";
import { openKyvernoCli } from "../src/kyverno-cli.js";
import {
  brokenClusterPolicy,
  brokenValidatingPolicy,
  cases,
  clusterPolicy,
  creationOf,
  expectedVerdicts,
  podOf,
  podSpecOf,
  validatingPolicy,
} from "./no-privileged.js";

const pick = (verdicts: readonly EngineVerdict[]): unknown =>
  verdicts.map(({ outcome, message }) => (outcome === "allow" ? { outcome } : { outcome, message }));

describe.each([
  ["a process for each call", false],
  ["one process for all calls", true],
] as const)("the Kyverno CLI, %s", (_, answersLines) => {
  let kyverno: Engine;

  beforeAll(async () => {
    kyverno = await openKyvernoCli({ answersLines });
  });
  afterAll(() => kyverno.close());

  const withValidations = (...validations: readonly JsonObject[]): JsonObject => ({
    ...validatingPolicy,
    spec: { ...(validatingPolicy["spec"] as JsonObject), validations },
  });

  it.each([
    ["ValidatingPolicy", validatingPolicy],
    ["ClusterPolicy", clusterPolicy],
  ])("judges good and bad objects of each kind by %s, with the message", async (_, policy) => {
    expect(
      pick(
        await kyverno.judge(
          policy,
          cases.map(({ object }) => creationOf(object)),
        ),
      ),
    ).toEqual(expectedVerdicts);
  });

  it.each([
    ["ValidatingPolicy", brokenValidatingPolicy],
    ["ClusterPolicy", brokenClusterPolicy],
  ])("gives an error for a %s that does not compile", async (_, policy) => {
    const verdicts = await kyverno.judge(
      policy,
      cases.map(({ object }) => creationOf(object)),
    );
    for (const verdict of verdicts) {
      expect(verdict).toMatchObject({ outcome: "error", stage: "policy" });
      expect(verdict.message).toContain("Syntax error: missing ')'");
    }
  });

  it("gives an error for a ClusterPolicy that it leaves out", async () => {
    const policy = JSON.parse(JSON.stringify(clusterPolicy).replace("privileged ⛔", "$(foo)")) as JsonObject;
    const [verdict] = await kyverno.judge(policy, [creationOf(podOf("a", podSpecOf(true)))]);
    expect(verdict).toMatchObject({ outcome: "error", stage: "policy" });
    expect(verdict?.message).toContain("invalid variables");
  });

  it.each([
    ["ValidatingPolicy", validatingPolicy],
    ["ClusterPolicy", clusterPolicy],
  ])("tells an error of CEL from a denial in a %s", async (_, policy) => {
    const [verdict] = await kyverno.judge(policy, [creationOf(podOf("a", { containers: "none" }))]);
    expect(verdict).toMatchObject({ outcome: "error", stage: "evaluate" });
    expect(verdict?.message).toContain("expected iterable type");
  });

  it("tells a message expression that fails from a denial", async () => {
    const policy = withValidations({ expression: "false", messageExpression: "string(object.none)" });
    const [verdict] = await kyverno.judge(policy, [creationOf(podOf("a", podSpecOf(false)))]);
    expect(verdict).toMatchObject({ outcome: "error", stage: "message" });
    expect(verdict?.message).toContain("no such key: none");
  });

  it("does not match what the policy does not name", async () => {
    const service = { apiVersion: "v1", kind: "Service", metadata: { name: "a" } };
    const requests = [service, podOf("a", podSpecOf(true))].map(creationOf);
    const verdicts = await kyverno.judge(validatingPolicy, requests);
    expect(verdicts.map(({ outcome, matched }) => [outcome, matched])).toEqual([
      ["allow", false],
      ["deny", true],
    ]);
    expect((await kyverno.judge(validatingPolicy, requests.slice(0, 1)))[0]).toEqual({
      outcome: "allow",
      matched: false,
    });
  });

  it("keeps objects of the same name apart", async () => {
    const pods = [true, false, true].map((flag) => creationOf(podOf("same", podSpecOf(flag))));
    expect((await kyverno.judge(validatingPolicy, pods)).map(({ outcome }) => outcome)).toEqual([
      "deny",
      "allow",
      "deny",
    ]);
  });

  it("judges the others when it cannot take one", async () => {
    const objects: readonly JsonObject[] = [
      podOf("a", podSpecOf(true)),
      { metadata: { name: "b" } },
      podOf("c", podSpecOf(false)),
    ];
    const verdicts = await kyverno.judge(validatingPolicy, objects.map(creationOf));
    expect(verdicts.map(({ outcome, stage }) => stage ?? outcome)).toEqual(["deny", "engine", "allow"]);
    expect(verdicts[1]?.message).toMatch(/[Kk]ind/);
  });

  it("hands characters over as they are", async () => {
    const odd = "\u0001\u007f\u0085\u2028\u2029\ufeff😀\ud83d\ude00 'x' \"y\" \\ # --- {{a}} $(b)";
    const object = { ...podOf("a", {}), metadata: { name: "a", annotations: { odd } } };
    const equal = `object.metadata.annotations.odd == ${JSON.stringify(odd)}`;
    expect(
      await kyverno.judge(withValidations({ expression: equal, message: "differs" }), [creationOf(object)]),
    ).toEqual([{ outcome: "allow", matched: true }]);
  });

  it("knows the operation, and says what it cannot judge", async () => {
    const pod = podOf("a", podSpecOf(false));
    const onUpdate = withValidations({ expression: "request.operation != 'UPDATE'", message: "update" });
    const requests: readonly AdmissionRequest[] = [
      { operation: "CREATE", object: pod },
      { operation: "UPDATE", object: pod, oldObject: pod },
      { operation: "UPDATE", object: pod, oldObject: podOf("a", {}) },
      { operation: "UPDATE", object: pod, subresource: "ephemeralcontainers" },
      { operation: "CREATE" },
    ];
    const verdicts = await kyverno.judge(onUpdate, requests);
    expect(verdicts.map(({ outcome, stage }) => stage ?? outcome)).toEqual([
      "allow",
      "deny",
      "engine",
      "engine",
      "engine",
    ]);
  });
});
