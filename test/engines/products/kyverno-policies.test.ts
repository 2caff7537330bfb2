import { defaultProductOptions, kubernetesTargets, type CompiledPolicy, type ProductOptions } from "@writ/compiler";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { established } from "../src/cluster/kyverno-crds.js";
import { startKyverno, type KyvernoController } from "../src/cluster/kyverno.js";
import { startCluster, type Cluster } from "../src/cluster/start.js";
import type { AdmissionRequest, JsonObject } from "../src/engine.js";
import { compiledFixture, objectsOf } from "./policies.js";
import {
  deletionOf,
  gadget,
  gadgetDefinition,
  inNamespaces,
  oldAutoscaler,
  onNamespaces,
  reactions,
  threeActions,
} from "./situations.js";

const deny = defaultProductOptions("deny");
const denied = inNamespaces.find(([, , reaction]) => reaction === "deny")?.[1] as AdmissionRequest;

describe("the policies of Kyverno's admission controller", () => {
  let cluster: Cluster;
  let kyverno: KyvernoController;
  let policies: Readonly<Record<string, CompiledPolicy>>;

  beforeAll(async () => {
    cluster = await startCluster();
    policies = await compiledFixture("scopes");
    expect(await cluster.apply(gadgetDefinition)).toBeUndefined();
    await established(cluster, "gadgets.example.com");
    kyverno = await startKyverno(cluster);
  });
  afterAll(async () => {
    await kyverno?.close();
    await cluster?.close();
  });

  const enforced = async (
    target: "kyverno" | "kyverno-legacy",
    [id, options, probe]: readonly [string, ProductOptions, AdmissionRequest],
    run: () => Promise<void>,
  ): Promise<void> => {
    const { objects } = kubernetesTargets[target].product(policies[id] as CompiledPolicy, options);
    const lift = await kyverno.enforce(objectsOf(objects), [{ request: probe }]);
    try {
      await run();
    } finally {
      await lift();
    }
  };

  it.each([
    ["kyverno", "unmarked", [...inNamespaces, ...onNamespaces]],
    ["kyverno-legacy", "unmarked-maps", inNamespaces],
  ] as const)("%s: do in each namespace what the first selector that holds says", async (target, id, situations) => {
    await enforced(target, [id, threeActions, denied], async () => {
      const expected = situations.map(([name, , reaction]) => [name, reaction]);
      await expect
        .poll(() => reactions(cluster, situations, "it is marked"), { timeout: 30_000, interval: 500 })
        .toEqual(expected);
    });
  });

  it.each(["kyverno", "kyverno-legacy"] as const)(
    "%s: see a request through another version of a kind",
    async (target) => {
      await enforced(target, ["few-replicas", deny, oldAutoscaler], async () => {
        expect(await cluster.admit(oldAutoscaler)).toMatchObject({ outcome: "deny", message: "it waits too long" });
      });
      await enforced(target, ["known-shapes", deny, gadget("v2", "flat")], async () => {
        for (const version of ["v1", "v2"] as const) {
          expect(await cluster.admit(gadget(version, "flat"))).toMatchObject({ message: "the shape flat is unknown" });
          expect((await cluster.admit(gadget(version, "round"))).outcome).toBe("allow");
        }
      });
    },
  );

  it.each(["kyverno", "kyverno-legacy"] as const)("%s: judge a deletion by what goes", async (target) => {
    const [kept, free] = [deletionOf(`${target}-kept`, "yes"), deletionOf(`${target}-free`, "no")];
    for (const { oldObject } of [kept, free])
      expect((await cluster.store(oldObject as JsonObject)).outcome).toBe("allow");
    await enforced(target, ["kept-maps", deny, kept], async () => {
      expect(await cluster.admit(kept)).toMatchObject({ outcome: "deny", message: `${target}-kept is kept` });
      expect((await cluster.admit(free)).outcome).toBe("allow");
      expect(
        (await cluster.admit({ ...kept, operation: "UPDATE", object: kept.oldObject as JsonObject })).outcome,
      ).toBe("allow");
    });
  });

  it("kyverno: judge in one namespace alone when they live in it", async () => {
    const one: ProductOptions = { ...deny, namespace: "default" };
    await enforced("kyverno", ["known-shapes", one, gadget("v2", "flat")], async () => {
      const elsewhere = gadget("v2", "flat");
      const object = { ...elsewhere.object, metadata: { name: "a", namespace: "shop" } };
      expect((await cluster.admit({ ...elsewhere, object, namespace: { name: "shop" } })).outcome).toBe("allow");
    });
  });

  it("kyverno-legacy: say nothing about an object that passes, though they warn", async () => {
    await enforced("kyverno-legacy", ["unmarked-maps", threeActions, denied], async () => {
      const metadata = { name: "a", namespace: "plain" };
      const object = { apiVersion: "v1", kind: "ConfigMap", metadata };
      const { outcome, warnings } = await cluster.admit({ operation: "CREATE", object, namespace: { name: "plain" } });
      expect({ outcome, warnings }).toEqual({ outcome: "allow", warnings: undefined });
    });
  });
});
