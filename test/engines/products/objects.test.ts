import { defaultProductOptions, emitKubernetes, type CompiledPolicy, type ProductOptions } from "@writ/compiler";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { messageOf } from "../src/cluster/client.js";
import { applyKyvernoCrds, established } from "../src/cluster/kyverno-crds.js";
import { discoverResources } from "../src/cluster/resources.js";
import { startCluster, type Cluster } from "../src/cluster/start.js";
import type { JsonObject } from "../src/engine.js";
import { compiledBelow } from "./policies.js";

const byDefault = defaultProductOptions();
const inNamespaces: ProductOptions = {
  ...byDefault,
  enforcement: "warn",
  failurePolicy: "Ignore",
  excludedNamespaces: [],
  namespaces: [
    {
      enforcement: "deny",
      requirements: [
        { key: "env", operator: "In", values: ["prod"] },
        { key: "example.com/team", operator: "Exists" },
      ],
    },
    { enforcement: "audit", requirements: [{ key: "kubernetes.io/metadata.name", operator: "In", values: ["shop"] }] },
  ],
};

const combinations = [
  ["vap", "audit", byDefault],
  ["vap", "by namespace", inNamespaces],
  ["vap", "parameters as an object", { ...byDefault, enforcement: "deny", params: "object" }],
  ["kyverno", "audit", byDefault],
  ["kyverno", "by namespace", inNamespaces],
  ["kyverno", "in one namespace", { ...byDefault, enforcement: "warn", namespace: "shop" }],
  ["kyverno-legacy", "audit", byDefault],
  ["kyverno-legacy", "by namespace", inNamespaces],
] as const satisfies readonly (readonly [string, string, ProductOptions])[];

describe("the objects of every policy, as the API server and the CRDs of Kyverno see them", () => {
  let cluster: Cluster;
  let policies: readonly CompiledPolicy[];

  beforeAll(async () => {
    cluster = await startCluster();
    await applyKyvernoCrds(cluster);
    await cluster.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } });
    policies = await compiledBelow("policies", "test/conformance");
  });
  afterAll(() => cluster?.close());

  /** Validated with all that the server knows, unknown fields too, and not stored. */
  const refusal = async (object: JsonObject, dryRun = "&dryRun=All"): Promise<string | undefined> => {
    const { name, namespace = "default" } = object["metadata"] as { name: string; namespace?: string };
    const path = await discoverResources(cluster.client).pathOf(object, namespace, name);
    const query = `?fieldManager=writ&force=true&fieldValidation=Strict${dryRun}`;
    const answer = await cluster.client.send("PATCH", `${path}${query}`, object, "application/apply-patch+yaml");
    return answer.status < 300 ? undefined : `${path}: ${messageOf(answer)}`;
  };

  it.each(combinations)("%s, %s: takes all", { timeout: 300_000 }, async (target, _, options) => {
    const refused: string[] = [];
    const counts = { policies: 0, objects: 0 };
    for (const policy of policies) {
      const emitted = emitKubernetes(target, policy, options);
      if (!emitted.ok) {
        // What is refused when compiling is never an object that the server would have refused.
        expect(emitted.refusals.map(({ reason }) => reason)).not.toContain("limit");
        continue;
      }
      const { before = {}, objects } = emitted.product;
      for (const definition of (before["crd"] ?? []) as readonly unknown[] as readonly JsonObject[]) {
        refused.push(...[await refusal(definition, "")].filter((text) => text !== undefined));
        await established(cluster, (definition["metadata"] as { name: string }).name);
      }
      const rest = [...(before["params"] ?? []), ...objects] as readonly unknown[] as readonly JsonObject[];
      const answers = await Promise.all(rest.map((object) => refusal(object)));
      refused.push(...answers.filter((text) => text !== undefined));
      counts.policies += 1;
      counts.objects += rest.length;
    }
    expect(refused).toEqual([]);
    // The library's twelve and most of the conformance policies have a form in every target.
    expect(counts.policies).toBeGreaterThan(policies.length / 2);
    expect(counts.objects).toBeGreaterThanOrEqual(counts.policies);
    console.log(`${target}: ${String(counts.objects)} objects of ${String(counts.policies)} policies taken`);
  });

  it("refuses what is no such object, so that taking one means something", async () => {
    const [policy] = policies;
    for (const target of ["vap", "kyverno", "kyverno-legacy"] as const) {
      const emitted = emitKubernetes(target, policy as CompiledPolicy, byDefault);
      if (!emitted.ok) throw new Error(`${target} refuses ${policy?.id ?? ""}`);
      const [object] = emitted.product.objects as readonly unknown[] as readonly JsonObject[];
      const spec = { ...(object?.["spec"] as JsonObject), failurPolicy: "Fail" };
      expect(await refusal({ ...object, spec })).toContain("failurPolicy");
    }
  });
});
