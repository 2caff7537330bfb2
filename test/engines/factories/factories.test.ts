import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as testing from "@writ/sdk/testing";
import { startCluster, type Cluster } from "../src/cluster/start.js";
import { discoverResources, type Resources } from "../src/cluster/resources.js";
import type { JsonObject } from "../src/engine.js";

const { container } = testing;
const others = ["container", "create", "isTestRequest", "remove", "update", "withParams"];

/** The namespace comes first: it can be made while it is not there, and the others are made in it. */
const factories = Object.entries(testing as Readonly<Record<string, unknown>>)
  .filter((entry): entry is [string, () => object] => !others.includes(entry[0]))
  .sort(([a], [b]) => Number(b === "namespace") - Number(a === "namespace"));

/** What a factory makes, as JSON. */
function made(make: () => object): JsonObject {
  return JSON.parse(JSON.stringify(make())) as JsonObject;
}

describe("what the factories make", () => {
  let cluster: Cluster;
  let resources: Resources;

  beforeAll(async () => {
    cluster = await startCluster();
    resources = discoverResources(cluster.client);
  });
  afterAll(() => cluster?.close());

  /** A dry run of the creation that refuses unknown and doubled fields, as `kubectl create --validate=strict` does. */
  const dryRun = async (object: JsonObject): Promise<{ readonly status: number; readonly message: unknown }> => {
    const path = await resources.pathOf(object, "shop");
    const { status, body } = await cluster.client.send("POST", `${path}?dryRun=All&fieldValidation=Strict`, object);
    return { status, message: body["message"] };
  };

  it.each(factories)("%s", async (name, make) => {
    expect(await dryRun(made(make))).toEqual({ status: 201, message: undefined });
    if (name === "namespace") expect(await cluster.apply(made(make))).toBeUndefined();
  });

  it("container, as an init container too", async () => {
    const init = container({ name: "init" });
    const spec = { containers: [container()], initContainers: [init] };
    expect(await dryRun(made(() => testing.pod({ spec })))).toEqual({ status: 201, message: undefined });
  });

  it("is refused when it holds a field that there is not, so that the others show something", async () => {
    const answer = await dryRun(made(() => testing.pod({ spec: { hostNetworks: true } as never })));
    expect(answer).toEqual({
      status: 400,
      message: expect.stringContaining('unknown field "spec.hostNetworks"') as string,
    });
  });
});
