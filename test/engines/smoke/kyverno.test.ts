import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startKyverno, type KyvernoController } from "../src/cluster/kyverno.js";
import { startCluster, type Cluster } from "../src/cluster/start.js";
import type { JsonObject } from "../src/engine.js";
import {
  brokenValidatingPolicy,
  cases,
  clusterPolicy,
  creationOf,
  expectedVerdicts,
  podOf,
  podSpecOf,
  validatingPolicy,
} from "./no-privileged.js";

describe("Kyverno's admission controller", () => {
  let cluster: Cluster;
  let kyverno: KyvernoController;
  const probe = creationOf(podOf("probe", podSpecOf(true)));

  beforeAll(async () => {
    cluster = await startCluster();
    kyverno = await startKyverno(cluster);
  });
  afterAll(async () => {
    await kyverno?.close();
    await cluster?.close();
  });

  const enforced = async (policy: JsonObject, run: () => Promise<void>): Promise<void> => {
    const lift = await kyverno.enforce([policy], [{ policy: "no-privileged", request: probe }]);
    try {
      await run();
    } finally {
      await lift();
    }
  };

  it.each([
    ["ValidatingPolicy", validatingPolicy],
    ["ClusterPolicy", clusterPolicy],
  ])("judges by a %s while it is enforced, and no longer", async (_, policy) => {
    await enforced(policy, async () => {
      const verdicts = await Promise.all(cases.map(({ object }) => cluster.admit(creationOf(object))));
      const told = verdicts.map(({ outcome, message }) => (message === undefined ? { outcome } : { outcome, message }));
      expect(told).toEqual(expectedVerdicts);
      expect(verdicts[1]).toMatchObject({ denials: [{ policy: "no-privileged" }], notAdmissible: false });
    });
    expect((await cluster.admit(probe)).outcome).toBe("allow");
  });

  it("reads a message that YAML has to quote", async () => {
    const odd = "a: 'b' # \"c\" \\u0041 😀 - yes ".repeat(8).trim();
    const literal = JSON.stringify(JSON.stringify(odd)).slice(1, -1);
    const policy = JSON.parse(JSON.stringify(clusterPolicy).replace("'privileged ⛔ '", () => literal)) as JsonObject;
    await enforced(policy, async () => {
      expect(await cluster.admit(probe)).toMatchObject({ outcome: "deny", message: `${odd}ctr-0` });
    });
  });

  it.each([
    ["ValidatingPolicy", validatingPolicy],
    ["ClusterPolicy", clusterPolicy],
  ])("tells an error of CEL from a denial in a %s", async (_, policy) => {
    const failing = JSON.stringify(policy).replace("size(variables.names) == 0", "object.metadata.none == 'a'");
    await enforced(JSON.parse(failing) as JsonObject, async () => {
      const verdict = await cluster.admit(probe);
      expect(verdict).toMatchObject({ outcome: "error", stage: "evaluate", notAdmissible: false });
      expect(verdict.message).toContain("no such key: none");
    });
  });

  it("refuses a policy that does not compile", async () => {
    await expect(kyverno.enforce([brokenValidatingPolicy], [])).rejects.toThrow("Syntax error: missing ')'");
  });
});
