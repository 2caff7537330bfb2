import { defaultProductOptions, type CompiledPolicy } from "@writ/compiler";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDefaults } from "../matrix/subject.js";
import { startCluster, type Cluster } from "../src/cluster/start.js";
import type { AdmissionRequest, JsonObject } from "../src/engine.js";
import { productOf } from "./products.js";

const denial = "container web must not be privileged";

function privilegedPod(name: string, namespace: string, metadata: JsonObject = {}): JsonObject {
  const containers = [{ name: "web", image: "registry.example.com/web:1.0.0", securityContext: { privileged: true } }];
  return { apiVersion: "v1", kind: "Pod", metadata: { name, namespace, ...metadata }, spec: { containers } };
}

/** Situations around an object that no labelled case can show, with a policy of the library in force. */
describe("a policy in force in a real API server", () => {
  let cluster: Cluster;
  let policy: CompiledPolicy;

  beforeAll(async () => {
    cluster = await startCluster();
    const subjects = await readDefaults();
    policy = subjects.find(({ name }) => name === "no-privileged-containers")?.bench.compiled as CompiledPolicy;
  });
  afterAll(() => cluster?.close());

  it("leaves kube-system out unless it is told otherwise", async () => {
    const create = (namespace: string): AdmissionRequest => ({
      operation: "CREATE",
      object: privilegedPod("new", namespace),
    });
    const asBuilt = await cluster.enforce(productOf("vap", policy, defaultProductOptions("deny")));
    expect((await cluster.admit(create("kube-system"))).outcome).toBe("allow");
    expect(await cluster.admit(create("shop"))).toMatchObject({ outcome: "deny", message: denial });
    await asBuilt.replace(productOf("vap", policy, { ...defaultProductOptions("deny"), excludedNamespaces: [] }));
    expect(await cluster.admit(create("kube-system"))).toMatchObject({ outcome: "deny", message: denial });
    await asBuilt.lift();
  });

  it("lets an object lose its finalizers and go, and denies every other update of it before", async () => {
    const finalizers = ["example.com/cleanup"];
    const held = privilegedPod("held", "shop", { finalizers });
    expect((await cluster.store(held)).outcome).toBe("allow");
    const { lift } = await cluster.enforce(productOf("vap", policy));
    const path = "/api/v1/namespaces/shop/pods/held";
    const labelled = privilegedPod("held", "shop", { finalizers, labels: { a: "b" } });
    expect(await cluster.admit({ operation: "UPDATE", object: labelled })).toMatchObject({ message: denial });
    expect((await cluster.client.send("DELETE", path)).status).toBe(200);
    const { body } = await cluster.client.send("GET", path);
    const metadata = body["metadata"] as JsonObject;
    expect(metadata["deletionTimestamp"]).toBeTypeOf("string");
    const freed = { ...body, metadata: { ...metadata, finalizers: [] } };
    expect((await cluster.client.send("PUT", path, freed)).status).toBe(200);
    expect((await cluster.client.send("GET", path)).status).toBe(404);
    await lift();
  });

  it("does not stand in the way of a deletion", async () => {
    const doomed = privilegedPod("doomed", "shop");
    expect((await cluster.store(doomed)).outcome).toBe("allow");
    const { lift } = await cluster.enforce(productOf("vap", policy));
    expect((await cluster.admit({ operation: "DELETE", oldObject: doomed })).outcome).toBe("allow");
    await lift();
  });
});
