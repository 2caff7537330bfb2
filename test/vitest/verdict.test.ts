import { describe, expect, it, vi } from "vitest";
import {
  configMap,
  create,
  deployment,
  fromFile,
  namespace,
  pod,
  remove,
  update,
  withParams,
  yaml,
} from "@writ/sdk/vitest";
import { failure } from "./failure.js";
import { fewReplicas } from "./policies/few-replicas.js";
import { frozenTeam } from "./policies/frozen-team.js";
import { noHostNetwork } from "./policies/no-host-network.js";
import { ports } from "./policies/ports.js";

describe("the verdict of a unit test", () => {
  it("reads files as the API server does", () => {
    const message = "the Pod must not use the network of the node";
    const deployed = fromFile("manifests/shop.yaml", { kind: "Deployment" });
    expect(noHostNetwork).toDeny(deployed, { message, path: "spec.template.spec.hostNetwork", times: 1 });
    const served = fromFile(new URL("manifests/shop.yaml", import.meta.url), { kind: "Service", name: "web" });
    expect(ports).toDeny(served, {
      violations: [{ path: "spec.ports[0].port" }, { path: "spec.ports[0].name", message: "port 80 has no name" }],
    });
    expect(() => fromFile("manifests/shop.yaml")).toThrow("holds 2 objects: Service shop/web, Deployment shop/web");
  });
  it("denies a wrong type, in the new object and in the old one", () => {
    expect(noHostNetwork).toDeny(pod({ spec: { hostNetwork: "false" as never } }), {
      violations: [{ path: "spec.hostNetwork", message: "spec.hostNetwork must be a boolean" }],
    });
    const broken = { ...namespace(), metadata: { name: "shop", labels: "none" } };
    expect(frozenTeam).toDeny(update(broken, namespace()), {
      violations: [{ path: [], message: "oldObject.metadata.labels must be an object" }],
    });
  });
  it("takes null for absent, and what the API server drops as well", () => {
    expect(ports).toAllow(yaml`{ apiVersion: v1, kind: Service, metadata: { name: a }, spec: { ports: null } }`);
    expect(noHostNetwork).toAllow(pod({ spec: { hostNetwork: false } }));
  });
  it("knows the namespace of a request", () => {
    const homeless = configMap({ metadata: { namespace: undefined } });
    expect(frozenTeam).toAllow(homeless);
    expect(frozenTeam).toDeny(create(homeless, { namespace: "secret" }), { message: "nobody works here" });
    expect(frozenTeam).toDeny(configMap({ metadata: { namespace: "secret" } }));
    // A namespace is in none.
    expect(frozenTeam).toAllow(create(namespace(), { namespace: "secret" }));
  });
  it("knows the operation and the old object", () => {
    const of = (team?: string) => configMap({ metadata: { labels: { team } } });
    expect(frozenTeam).toAllow(update(of("a"), of("a")));
    expect(frozenTeam).toAllow(update(of(), of("a")));
    expect(frozenTeam).toDeny(update(of("a"), of()), { message: "team a is for ever" });
    expect(frozenTeam).toAllow(remove(of("a")));
    expect(frozenTeam).toDeny(remove(of("platform")), { message: "platform keeps what it has" });
    expect(withParams(frozenTeam, { guarded: ["a"] })).toDeny(remove(of("a")));
    expect(withParams(frozenTeam, { guarded: ["a"] })).toAllow(remove(of("platform")));
  });
  it("asks integers to be within what the parameters let the policy compute with", () => {
    const limited = withParams(fewReplicas, { contact: "ops" });
    expect(limited).toDeny(deployment({ spec: { replicas: 9 } }), { message: "ask ops for more replicas" });
    expect(limited).toAllow(deployment({ spec: { replicas: 8 } }));
    const huge = deployment({ spec: { replicas: Number.MAX_SAFE_INTEGER } });
    expect(limited).toDeny(huge, {
      violations: [{ path: "spec.replicas", message: /^spec\.replicas must be an integer between/ }],
    });
    expect(
      failure(() => expect(withParams(limited, { reserve: Number.MAX_SAFE_INTEGER })).toAllow(deployment())),
    ).toMatch(/error\[WRIT\d+\]/);
  });
});

describe("a module that is loaded again", () => {
  it("is compiled again", async () => {
    vi.resetModules();
    const again = await import("./policies/no-host-network.js");
    expect(again.noHostNetwork).not.toBe(noHostNetwork);
    expect(again.noHostNetwork).toDeny(pod({ spec: { hostNetwork: true } }));
  });
});
