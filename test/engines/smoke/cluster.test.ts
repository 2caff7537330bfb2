import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startCluster, type Cluster } from "../src/cluster/start.js";
import type { AdmissionRequest, JsonObject } from "../src/engine.js";
import { brokenVap, cases, creationOf, expectedVerdicts, podOf, podSpecOf, vap, vapBinding } from "./no-privileged.js";

describe("a real API server", () => {
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster?.close());

  const admitAll = async (requests: readonly AdmissionRequest[]) =>
    Promise.all(requests.map((request) => cluster.admit(request)));

  it("judges by a policy while it is enforced, and no longer", async () => {
    const requests = cases.map(({ object }) => creationOf(object));
    const { lift } = await cluster.enforce([vap, vapBinding]);
    const verdicts = await admitAll(requests);
    expect(
      verdicts.map(({ outcome, message }) => (message === undefined ? { outcome } : { outcome, message })),
    ).toEqual(expectedVerdicts);
    expect(verdicts.every(({ notAdmissible }) => !notAdmissible)).toBe(true);
    expect(verdicts[1]?.denials.map(({ policy }) => policy)).toEqual(["no-privileged"]);
    await lift();
    expect((await admitAll(requests)).map(({ outcome }) => outcome)).toEqual(requests.map(() => "allow"));
  });

  it("refuses a policy that does not compile", async () => {
    expect(await cluster.apply(brokenVap)).toContain("Syntax error: missing ')'");
    await expect(cluster.enforce([brokenVap, vapBinding])).rejects.toThrow("Syntax error: missing ')'");
  });

  it("tells an object that it does not take from one that a policy denies", async () => {
    const { lift } = await cluster.enforce([vap, vapBinding]);
    const odd: readonly JsonObject[] = [
      podOf("wrong-type", { containers: "none" }),
      podOf("no-image", { containers: [{ name: "a", securityContext: { privileged: true } }] }),
      podOf("UPPER", podSpecOf(false)),
      { apiVersion: "example.com/v1", kind: "Unknown", metadata: { name: "a" } },
      {},
    ];
    for (const verdict of await admitAll(odd.map(creationOf))) {
      expect(verdict).toMatchObject({ outcome: "error", notAdmissible: true });
      expect(verdict.message).not.toBe("");
    }
    await lift();
  });

  it("judges updates, the subresource of ephemeral containers, and deletions", async () => {
    const stored = podOf("stored", podSpecOf(false));
    expect(await cluster.store(stored)).toMatchObject({ outcome: "allow" });
    const { lift } = await cluster.enforce([vap, vapBinding]);
    const ephemeral = (privileged: boolean): AdmissionRequest => ({
      operation: "UPDATE",
      subresource: "ephemeralcontainers",
      object: podOf("stored", {
        ...podSpecOf(false),
        ephemeralContainers: [{ name: "debug", image: "busybox:1.37", securityContext: { privileged } }],
      }),
    });
    const labelled = { ...stored, metadata: { name: "stored", namespace: "default", labels: { a: "b" } } };
    const verdicts = await admitAll([
      ephemeral(false),
      ephemeral(true),
      { operation: "UPDATE", object: labelled, oldObject: stored },
      { operation: "UPDATE", object: podOf("stored", podSpecOf(true)), oldObject: stored },
      { operation: "UPDATE", object: podOf("never-stored", podSpecOf(true)) },
      { operation: "DELETE", oldObject: stored },
    ]);
    expect(
      verdicts.map(({ outcome, message, notAdmissible }) => (notAdmissible ? "not admissible" : (message ?? outcome))),
    ).toEqual([
      "allow",
      "privileged ⛔ debug",
      "allow",
      "not admissible", // the field cannot change, and the API server says so first
      "not admissible",
      "allow",
    ]);
    await lift();
    await cluster.remove(stored);
  });

  it("lets policies answer before it says that a name is taken", async () => {
    const taken = podOf("taken", podSpecOf(false));
    await cluster.store(taken);
    const { lift } = await cluster.enforce([vap, vapBinding]);
    const verdicts = await admitAll([taken, podOf("taken", podSpecOf(true))].map(creationOf));
    expect(verdicts.map(({ outcome, message }) => message ?? outcome)).toEqual(["allow", "privileged ⛔ ctr-0"]);
    await lift();
    await cluster.remove(taken);
  });

  it("gives the object as it would be stored", async () => {
    const { object } = await cluster.admit(creationOf(podOf("a", { ...podSpecOf(false), hostNetwork: false })));
    const spec = object?.["spec"] as JsonObject;
    expect(spec["hostNetwork"]).toBeUndefined();
    expect(spec["restartPolicy"]).toBe("Always");
    expect((await cluster.client.send("GET", "/api/v1/namespaces/default/pods/a")).status).toBe(404);
  });

  it("makes the namespaces of requests, with their labels", async () => {
    const { matchConstraints } = vap["spec"] as { readonly matchConstraints: JsonObject };
    const namespaceSelector = { matchLabels: { team: "a" } };
    const selecting = {
      ...vap,
      spec: { ...(vap["spec"] as JsonObject), matchConstraints: { ...matchConstraints, namespaceSelector } },
    };
    const { lift } = await cluster.enforce([selecting, vapBinding]);
    const bad = { apiVersion: "v1", kind: "Pod", metadata: { name: "bad" }, spec: podSpecOf(true) };
    const verdicts = await admitAll([
      { ...creationOf(bad), namespace: { name: "selected", labels: { team: "a" } } },
      { ...creationOf(bad), namespace: { name: "other" } },
    ]);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(["deny", "allow"]);
    await lift();
  });

  it("tells the warnings of a policy that only warns", async () => {
    const warning = { ...vapBinding, spec: { policyName: "no-privileged", validationActions: ["Warn"] } };
    const { lift } = await cluster.enforce([vap, warning]);
    const verdict = await cluster.admit(creationOf(podOf("a", podSpecOf(true))));
    expect(verdict).toMatchObject({ outcome: "allow", notAdmissible: false });
    expect(verdict.warnings?.join()).toContain("'no-privileged'");
    expect(verdict.warnings?.join()).toMatch(/: privileged ⛔ ctr-0$/);
    await lift();
  });

  it("enforces a policy that denies everything", async () => {
    const rules = [{ apiGroups: ["*"], apiVersions: ["*"], operations: ["*"], resources: ["*"] }];
    const spec = { matchConstraints: { resourceRules: rules }, validations: [{ expression: "false", message: "no" }] };
    const { lift } = await cluster.enforce([{ ...vap, spec }, vapBinding]);
    const configMap = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" } };
    expect(await cluster.admit(creationOf(configMap))).toMatchObject({ outcome: "deny", message: "no" });
    await lift();
    expect(await cluster.admit(creationOf(configMap))).toMatchObject({ outcome: "allow" });
  });

  it("tells an error of CEL from a denial", async () => {
    const validations = [{ expression: "object.metadata.none == 'a'" }];
    const { lift } = await cluster.enforce([
      { ...vap, spec: { ...(vap["spec"] as JsonObject), validations } },
      vapBinding,
    ]);
    const verdict = await cluster.admit(creationOf(podOf("a", podSpecOf(false))));
    expect(verdict).toMatchObject({ outcome: "error", stage: "evaluate", notAdmissible: false });
    expect(verdict.message).toContain("no such key: none");
    await lift();
  });
});
