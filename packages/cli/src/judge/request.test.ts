import { describe, expect, it } from "vitest";
import { creationOf, identityOf } from "./request.js";

const pod = { group: "", version: "v1", kind: "Pod", plural: "pods", namespaced: true };
const role = { ...pod, kind: "ClusterRole", namespaced: false };

describe("creationOf", () => {
  it("gives a namespaced object without a namespace the default one", () => {
    for (const namespace of [undefined, null, ""]) {
      const metadata = namespace === undefined ? { name: "a" } : { name: "a", namespace };
      const request = creationOf({ kind: "Pod", metadata }, pod, "shop");
      expect(request).toMatchObject({ operation: "CREATE", namespace: { name: "shop" } });
      expect(request.object["metadata"]).toEqual({ name: "a", namespace: "shop" });
    }
  });
  it("keeps a namespace that is written", () => {
    const value = { kind: "Pod", metadata: { name: "a", namespace: "own" } };
    expect(creationOf(value, pod, "shop")).toEqual({ object: value, operation: "CREATE", namespace: { name: "own" } });
  });
  it("gives cluster-scoped objects none", () => {
    const value = { kind: "ClusterRole", metadata: { name: "a" } };
    expect(creationOf(value, role, "shop")).toEqual({ object: value, operation: "CREATE" });
  });
  it("leaves a namespace of a wrong type to the shape guard", () => {
    const value = { kind: "Pod", metadata: { namespace: 7 } };
    expect(creationOf(value, pod, "shop")).toEqual({ object: value, operation: "CREATE" });
  });
  it("does not make up metadata", () => {
    expect(creationOf({ kind: "Pod" }, pod, "shop").object).toEqual({ kind: "Pod" });
    expect(creationOf({ kind: "Pod", metadata: "x" }, pod, "shop").object).toEqual({ kind: "Pod", metadata: "x" });
  });
  it("changes nothing in the document", () => {
    const value = { kind: "Pod", metadata: { name: "a" } };
    creationOf(value, pod, "shop");
    expect(value).toEqual({ kind: "Pod", metadata: { name: "a" } });
  });
});

describe("identityOf", () => {
  it("is empty where the document says nothing usable", () => {
    const object = { apiVersion: "v1", kind: "Pod", metadata: { name: 1, namespace: null } };
    expect(identityOf({ object, operation: "CREATE" })).toEqual({
      apiVersion: "v1",
      kind: "Pod",
      namespace: "",
      name: "",
    });
  });
  it("takes generateName when there is no name", () => {
    const object = { apiVersion: "v1", kind: "Pod", metadata: { generateName: "job-" } };
    expect(identityOf({ object, operation: "CREATE" }).name).toBe("job-");
  });
});
