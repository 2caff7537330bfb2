import { defaultProductOptions, emitKubernetes, type CompiledPolicy, type ProductOptions } from "@writ/compiler";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConformance, readDefaults } from "../matrix/subject.js";
import { messageOf } from "../src/cluster/client.js";
import { applyKyvernoCrds, established } from "../src/cluster/kyverno-crds.js";
import { discoverResources, type Resources } from "../src/cluster/resources.js";
import { startCluster, type Cluster } from "../src/cluster/start.js";
import type { JsonObject } from "../src/engine.js";
import { objectsOf } from "./policies.js";

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
  let resources: Resources;
  let policies: readonly CompiledPolicy[];

  beforeAll(async () => {
    cluster = await startCluster();
    await applyKyvernoCrds(cluster);
    await cluster.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } });
    resources = discoverResources(cluster.client);
    policies = [...(await readDefaults()), ...(await readConformance())].map(({ bench }) => bench.compiled);
  });
  afterAll(() => cluster?.close());

  /** Validated with all that the server knows, unknown fields too, and not stored. */
  const refusal = async (object: JsonObject, dryRun = "&dryRun=All"): Promise<string | undefined> => {
    const { name, namespace = "default" } = object["metadata"] as { name: string; namespace?: string };
    const path = await resources.pathOf(object, namespace, name);
    const query = `?fieldManager=writ&force=true&fieldValidation=Strict${dryRun}`;
    const answer = await cluster.client.send("PATCH", `${path}${query}`, object, "application/apply-patch+yaml");
    return answer.status < 300 ? undefined : `${path}: ${messageOf(answer)}`;
  };

  it.each(combinations)("%s, %s: takes all", { timeout: 300_000 }, async (target, _, options) => {
    const products = policies.flatMap((policy) => {
      const emitted = emitKubernetes(target, policy, options);
      if (emitted.ok) return [emitted.product];
      // What is refused when compiling is never an object that the server would have refused.
      expect(emitted.refusals.map(({ reason }) => reason)).not.toContain("limit");
      return [];
    });
    const definitions = objectsOf(products.flatMap(({ before = {} }) => before["crd"] ?? []));
    const rest = objectsOf(products.flatMap(({ before = {}, objects }) => [...(before["params"] ?? []), ...objects]));
    const refused = await Promise.all(definitions.map((definition) => refusal(definition, "")));
    await Promise.all(definitions.map(({ metadata }) => established(cluster, (metadata as { name: string }).name)));
    refused.push(...(await Promise.all(rest.map((object) => refusal(object)))));
    expect(refused.filter((text) => text !== undefined)).toEqual([]);
    // The library's twelve and most of the conformance policies have a form in every target.
    expect(products.length).toBeGreaterThan(policies.length / 2);
    expect(rest.length).toBeGreaterThanOrEqual(products.length);
    console.log(`${target}: ${String(rest.length)} objects of ${String(products.length)} policies taken`);
  });

  it("refuses what is no such object, so that taking one means something", async () => {
    const [policy] = policies;
    for (const target of ["vap", "kyverno", "kyverno-legacy"] as const) {
      const emitted = emitKubernetes(target, policy as CompiledPolicy, byDefault);
      if (!emitted.ok) throw new Error(`${target} refuses ${policy?.id ?? ""}`);
      const [object] = objectsOf(emitted.product.objects);
      const spec = { ...(object?.["spec"] as JsonObject), failurPolicy: "Fail" };
      expect(await refusal({ ...object, spec })).toContain("failurPolicy");
    }
  });
});
