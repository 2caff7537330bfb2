import { defaultProductOptions, kubernetesTargets, type CompiledPolicy, type ProductOptions } from "@writ/compiler";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { established } from "../src/cluster/kyverno-crds.js";
import { startCluster, type Cluster } from "../src/cluster/start.js";
import type { JsonObject } from "../src/engine.js";
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

describe("ValidatingAdmissionPolicies in a real API server", () => {
  let cluster: Cluster;
  let policies: Readonly<Record<string, CompiledPolicy>>;

  beforeAll(async () => {
    cluster = await startCluster();
    policies = await compiledFixture("scopes");
    expect(await cluster.apply(gadgetDefinition)).toBeUndefined();
    await established(cluster, "gadgets.example.com");
  });
  afterAll(() => cluster?.close());

  const product = (id: string, options: ProductOptions) =>
    kubernetesTargets.vap.product(policies[id] as CompiledPolicy, options);
  const enforced = async (id: string, options: ProductOptions, run: () => Promise<void>): Promise<void> => {
    const { lift } = await cluster.enforce(objectsOf(product(id, options).objects));
    try {
      await run();
    } finally {
      await lift();
    }
  };

  it("do in each namespace what the first selector that holds says", async () => {
    await enforced("unmarked", threeActions, async () => {
      const all = [...inNamespaces, ...onNamespaces];
      expect(await reactions(cluster, all, "it is marked")).toEqual(all.map(([name, , reaction]) => [name, reaction]));
    });
  });

  it("see a request through another version of a kind", async () => {
    await enforced("few-replicas", deny, async () => {
      expect(await cluster.admit(oldAutoscaler)).toMatchObject({ outcome: "deny", message: "it waits too long" });
    });
    await enforced("known-shapes", deny, async () => {
      for (const version of ["v1", "v2"] as const) {
        expect(await cluster.admit(gadget(version, "flat"))).toMatchObject({ message: "the shape flat is unknown" });
        expect((await cluster.admit(gadget(version, "round"))).outcome).toBe("allow");
      }
    });
  });

  it("judge a deletion by what goes", async () => {
    const [kept, free] = [deletionOf("kept", "yes"), deletionOf("free", "no")];
    for (const { oldObject } of [kept, free])
      expect((await cluster.store(oldObject as JsonObject)).outcome).toBe("allow");
    await enforced("kept-maps", deny, async () => {
      expect(await cluster.admit(kept)).toMatchObject({ outcome: "deny", message: "kept is kept" });
      expect((await cluster.admit(free)).outcome).toBe("allow");
    });
  });

  describe("with parameters as an object", () => {
    const options: ProductOptions = { ...deny, params: "object" };
    const message = async (shape: string): Promise<string> => {
      const verdict = await cluster.admit(gadget("v2", shape));
      return verdict.message ?? verdict.outcome;
    };
    const params = (spec?: JsonObject): JsonObject => ({
      apiVersion: "params.writ.dev/v1",
      kind: "KnownShapes",
      metadata: { name: "known-shapes" },
      ...(spec === undefined ? {} : { spec }),
    });
    /** The server reads parameters through a watch. */
    const becomes = async (shape: string, expected: string): Promise<void> => {
      await expect.poll(() => message(shape), { timeout: 20_000, interval: 100 }).toContain(expected);
    };

    it("say what inlined ones say, what the object says, and deny without it or with a wrong one", async () => {
      const { before = {} } = product("known-shapes", options);
      const [definition] = objectsOf(before["crd"]);
      const [example] = objectsOf(before["params"]);
      expect(await cluster.apply(definition as JsonObject)).toBeUndefined();
      await established(cluster, "known-shapes.params.writ.dev");
      await enforced("known-shapes", options, async () => {
        await becomes("round", "failed to configure binding");
        expect(await cluster.apply(example as JsonObject)).toBeUndefined();
        await becomes("round", "allow");
        expect(await message("flat")).toBe("the shape flat is unknown");
        expect(await cluster.apply(params({ shapes: ["flat"] }))).toBeUndefined();
        await becomes("flat", "allow");
        expect(await message("round")).toBe("the shape round is unknown");
        // An object that names no parameter has the defaults of its definition.
        expect(await cluster.apply(params())).toBeUndefined();
        await becomes("round", "allow");
        expect(await message("flat")).toBe("the shape flat is unknown");
        expect(await cluster.apply(params({ shapes: "flat" }))).toContain("expected list");
        expect(await cluster.apply(params({ shapes: [1] }))).toContain("expected string");
        // Somebody else's definition may let anything in.
        const schema = { openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true } };
        const loose = {
          ...(definition?.["spec"] as JsonObject),
          versions: [{ name: "v1", served: true, storage: true, schema }],
        };
        expect(await cluster.apply({ ...definition, spec: loose })).toBeUndefined();
        await expect
          .poll(() => cluster.apply(params({ shapes: [1] })), { timeout: 20_000, interval: 200 })
          .toBeUndefined();
        await becomes("round", "the parameters of known-shapes are not of their types");
      });
    });
  });
});
