import { describe, expect, it } from "vitest";
import { builtInKinds, fieldFacts, kindFacts, typeFacts } from "./index.js";

describe("field facts, as the Go types of Kubernetes show them", () => {
  it("drops a false hostNetwork, and keeps a false privileged, which is a pointer", () => {
    expect(fieldFacts("core/v1.PodSpec", "hostNetwork")).toMatchObject({
      type: { kind: "boolean" },
      zeroDropped: true,
    });
    expect(fieldFacts("core/v1.SecurityContext", "privileged")).toMatchObject({
      zeroDropped: false,
      absentAs: undefined,
    });
    expect(fieldFacts("core/v1.SecurityContext", "runAsUser")).toMatchObject({ zeroDropped: false });
  });

  it("drops empty lists and maps that may be left out", () => {
    expect(fieldFacts("core/v1.Capabilities", "drop")?.zeroDropped).toBe(true);
    expect(fieldFacts("meta/v1.ObjectMeta", "labels")?.zeroDropped).toBe(true);
    expect(fieldFacts("networking/v1.NetworkPolicySpec", "ingress")?.zeroDropped).toBe(true);
  });

  it("writes the structs that Go cannot leave out", () => {
    expect(fieldFacts("core/v1.Container", "resources")).toMatchObject({ alwaysPresent: true, absentAs: {} });
    expect(fieldFacts("core/v1.Pod", "status")).toMatchObject({ alwaysPresent: true, required: false });
    expect(fieldFacts("core/v1.ServicePort", "targetPort")).toMatchObject({ alwaysPresent: true, absentAs: 0 });
    expect(fieldFacts("core/v1.ResourceFieldSelector", "divisor")).toMatchObject({
      alwaysPresent: true,
      absentAs: "0",
    });
  });

  it("leaves creationTimestamp out of an object that has none", () => {
    expect(fieldFacts("meta/v1.ObjectMeta", "creationTimestamp")).toMatchObject({ alwaysPresent: false });
  });

  it("keeps an empty struct behind a pointer", () => {
    expect(fieldFacts("core/v1.Volume", "emptyDir")?.significantEmpty).toBe(true);
    expect(fieldFacts("core/v1.PodSpec", "securityContext")?.significantEmpty).toBe(true);
    expect(fieldFacts("core/v1.Container", "resources")?.significantEmpty).toBe(false);
  });

  it("writes the missing rules of a role as null, so that no author may rely on them", () => {
    for (const key of ["rbac/v1.Role", "rbac/v1.ClusterRole"]) {
      expect(fieldFacts(key, "rules")).toMatchObject({ absentAs: null, alwaysPresent: false, required: false });
    }
  });

  it("knows stringData as write-only, and nothing else", () => {
    const all = builtInKinds().flatMap(({ typeKey }) =>
      [...(typeFacts(typeKey) ?? [])].map(([name, facts]) => [typeKey, name, facts] as const),
    );
    const writeOnly = all.filter(([, , facts]) => facts.writeOnly).map(([key, name]) => `${key}.${name}`);
    expect(writeOnly).toEqual(["core/v1.Secret.stringData"]);
  });

  it("names quantities wherever they stand", () => {
    expect(fieldFacts("core/v1.ResourceRequirements", "requests")).toMatchObject({
      type: { kind: "map", value: { kind: "quantity" } },
      canonical: "quantity",
    });
    expect(fieldFacts("core/v1.EmptyDirVolumeSource", "sizeLimit")?.canonical).toBe("quantity");
    expect(fieldFacts("core/v1.Container", "image")?.canonical).toBeUndefined();
  });

  it("requires what no accepted document lacks", () => {
    const required = ["core/v1.PodSpec.containers", "core/v1.Pod.spec", "core/v1.Pod.metadata", "core/v1.Pod.kind"];
    required.push("apps/v1.DeploymentSpec.template", "batch/v1.JobTemplateSpec.spec", "rbac/v1.PolicyRule.verbs");
    const optional = ["core/v1.Container.image", "rbac/v1.RoleRef.apiGroup", "core/v1.LimitRangeSpec.limits"];
    optional.push(
      "core/v1.ContainerStatus.ready",
      "apps/v1.DeploymentStatus.replicas",
      "core/v1.PodTemplateSpec.metadata",
    );
    optional.push("core/v1.EmbeddedPersistentVolumeClaim.metadata", "core/v1.ReplicationControllerSpec.template");
    const isRequired = (name: string): boolean | undefined => {
      const dot = name.lastIndexOf(".");
      return fieldFacts(name.slice(0, dot), name.slice(dot + 1))?.required;
    };
    expect(required.filter((name) => isRequired(name) !== true)).toEqual([]);
    expect(optional.filter((name) => isRequired(name) !== false)).toEqual([]);
  });

  it("leads from every struct to facts about it", () => {
    const open = builtInKinds().map(({ typeKey }) => typeKey);
    const seen = new Set<string>();
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (seen.has(key)) continue;
      seen.add(key);
      const fields = typeFacts(key);
      expect(fields, key).toBeDefined();
      for (let { type } of fields?.values() ?? []) {
        while (type.kind === "list" || type.kind === "map") type = type.kind === "list" ? type.element : type.value;
        if (type.kind === "object") open.push(type.of);
      }
    }
    expect(seen.size).toBeGreaterThan(600);
  });

  it("knows nothing of what Kubernetes does not have", () => {
    expect(fieldFacts("core/v1.Container", "toString")).toBeUndefined();
    expect(fieldFacts("core/v1.Nothing", "name")).toBeUndefined();
    expect(typeFacts("__proto__")).toBeUndefined();
    expect(kindFacts("v1", "constructor")).toBeUndefined();
    expect(kindFacts("extensions/v1beta1", "Ingress")).toBeUndefined();
  });
});

describe("kind facts", () => {
  it("names the resource, its scope and its subresources", () => {
    expect(kindFacts("apps/v1", "Deployment")).toMatchObject({
      typeKey: "apps/v1.Deployment",
      plural: "deployments",
      namespaced: true,
    });
    expect(kindFacts("v1", "Namespace")).toMatchObject({ group: "", namespaced: false });
    expect(kindFacts("v1", "Pod")?.subresources).toEqual(
      expect.arrayContaining(["ephemeralcontainers", "resize", "exec"]),
    );
    expect(kindFacts("rbac.authorization.k8s.io/v1", "ClusterRole")?.typeKey).toBe("rbac/v1.ClusterRole");
    expect(kindFacts("v1", "ComponentStatus")?.verbs).not.toContain("create");
  });

  it("has a model behind every kind", () => {
    const without = builtInKinds().filter(({ typeKey }) => typeFacts(typeKey)?.get("metadata") === undefined);
    expect(without).toEqual([]);
  });
});
