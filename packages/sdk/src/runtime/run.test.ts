import { describe, expect, it } from "vitest";
import { kind } from "../kind.js";
import { kinds, workloads } from "../match.js";
import { policy } from "../policy.js";
import type { PodView } from "../pod-view.js";
import { admitted } from "./admitted.js";
import { pathOf } from "./paths.js";
import { isPolicyError, runPolicy, type NativeRequest } from "./run.js";

const about = { id: "some-policy", title: "t", severity: "high" } as const;

function request(object: Record<string, unknown>, rest: Partial<NativeRequest> = {}): NativeRequest {
  return { object: admitted(object), operation: "CREATE", params: {}, ...rest };
}

const container = (name: string): object => ({ name, image: "x" });
const podSpec = {
  initContainers: [container("init")],
  containers: [container("a"), container("b")],
  ephemeralContainers: [container("debug")],
};

describe("runPolicy", () => {
  const eachContainer = policy({
    ...about,
    match: workloads(),
    each: (pod: PodView) => pod.containers.filter((c) => c.name !== "a"),
    deny: () => true,
    message: (c) => ` ${c.name}\n`,
    at: ["securityContext", "x.y/z"],
  });

  it.each([
    ["Pod", { spec: podSpec }, ["spec"]],
    ["Deployment", { spec: { template: { spec: podSpec } } }, ["spec", "template", "spec"]],
    [
      "CronJob",
      { spec: { jobTemplate: { spec: { template: { spec: podSpec } } } } },
      ["spec", "jobTemplate", "spec", "template", "spec"],
    ],
    ["PodTemplate", { template: { spec: podSpec } }, ["template", "spec"]],
  ])("finds the containers of a %s and says where they stand", (name, body, at) => {
    expect(runPolicy(eachContainer, request({ kind: name, ...body }))).toEqual([
      { path: [...at, "containers", 1, "securityContext", "x.y/z"], message: "b" },
      { path: [...at, "ephemeralContainers", 0, "securityContext", "x.y/z"], message: "debug" },
      { path: [...at, "initContainers", 0, "securityContext", "x.y/z"], message: "init" },
    ]);
  });

  it.each([
    {},
    { spec: null },
    { spec: 1 },
    { spec: { containers: null } },
    { spec: { containers: "x" } },
    { spec: [] },
  ])("sees no containers in a broken Pod: %j", (body) => {
    expect(runPolicy(eachContainer, request({ kind: "Pod", ...body }))).toEqual([]);
  });

  it("reports a subject at its Pod, an absent condition as false, and an absent list as empty", () => {
    const host = policy({
      ...about,
      match: workloads(),
      deny: (pod) => pod.spec.hostNetwork,
      message: "no",
      at: ["spec", "hostNetwork"],
    });
    const job = (hostNetwork?: boolean): NativeRequest =>
      request({ kind: "Job", spec: { template: { spec: { hostNetwork } } } });
    expect(runPolicy(host, job(true))).toEqual([{ path: ["spec", "template", "spec", "hostNetwork"], message: "no" }]);
    expect(runPolicy(host, job())).toEqual([]);
    const none = policy({ ...about, match: workloads(), each: () => undefined, deny: () => true, message: "no" });
    expect(runPolicy(none, job())).toEqual([]);
  });

  it("gives `check` a report that knows the place of found objects and repeats nothing", () => {
    const checked = policy({
      ...about,
      match: workloads(),
      check(pod, { report }) {
        const found = [...pod.containers].reverse();
        for (const c of found) report(c, "bad", ["image"]);
        for (const c of found) report(c, "bad", ["image"]);
        report(pod, "pod");
        report(pod.resource, "");
        report(pod.spec, "spec");
      },
    });
    expect(
      runPolicy(
        checked,
        request({ kind: "Deployment", spec: { template: { spec: { containers: [container("a")] } } } }),
      ),
    ).toEqual([
      { path: [], message: "violates some-policy" },
      { path: ["spec", "template"], message: "pod" },
      { path: ["spec", "template", "spec"], message: "spec" },
      { path: ["spec", "template", "spec", "containers", 0, "image"], message: "bad" },
    ]);
  });

  it("passes the context, and an old object only on update and delete, where it is the object itself", () => {
    const seen: unknown[] = [];
    const role = policy({
      ...about,
      match: kinds(kind<object>("rbac.authorization.k8s.io", "v1", "Role", "roles", true)),
      deny: (_, { operation, oldObject, namespace, params }) =>
        seen.push([operation, oldObject, namespace, params]) < 0,
      message: "",
    });
    const oldObject = admitted({ kind: "Role" });
    const rest = { oldObject, namespace: { name: "shop" }, params: { a: 1 } };
    for (const operation of ["CREATE", "UPDATE", "DELETE", "CONNECT"] as const)
      runPolicy(role, request({}, { ...rest, operation }));
    expect(seen.map((entry) => (entry as unknown[])[1])).toEqual([undefined, oldObject, {}, undefined]);
    expect(seen[0]).toEqual(["CREATE", undefined, { name: "shop" }, { a: 1 }]);
  });

  it("shows the old object through the same view", () => {
    const shrunk = policy({
      ...about,
      match: workloads(),
      deny: (pod, { oldObject }) => (oldObject?.containers.length ?? 0) > pod.containers.length,
      message: "fewer",
    });
    const old = { kind: "Pod", spec: { containers: [{}, {}] } };
    const now = request({ kind: "Pod", spec: { containers: [{}] } }, { operation: "UPDATE", oldObject: admitted(old) });
    expect(runPolicy(shrunk, now)).toEqual([{ path: [], message: "fewer" }]);
  });

  it("leaves alone what is being deleted", () => {
    const always = policy({ ...about, match: workloads(), deny: () => true, message: "no" });
    const metadata = { deletionTimestamp: "2024-01-01T00:00:00Z" };
    expect(runPolicy(always, request({ kind: "Pod", metadata }))).toEqual([]);
    for (const other of [{}, { deletionTimestamp: null }, 1, [], "x"]) {
      expect(runPolicy(always, request({ kind: "Pod", metadata: other }))).toHaveLength(1);
    }
  });

  it.each<[string, (pod: PodView) => unknown]>([
    ["a copy", (pod) => ({ ...pod.containers[0] })],
    ["the joined list", (pod) => pod.containers],
    ["a text", () => "x"],
    ["nothing", () => undefined],
  ])("refuses a report on %s", (_, target) => {
    const wrong = policy({
      ...about,
      match: workloads(),
      check(pod, { report }) {
        report(target(pod) as object, "m");
      },
    });
    const run = (): unknown => runPolicy(wrong, request({ kind: "Pod", spec: podSpec }));
    expect(run).toThrow("not part of the document");
    try {
      run();
    } catch (error) {
      expect(isPolicyError(error) && [error.code, error.policyId]).toEqual(["RUN1001", "some-policy"]);
    }
  });
});

describe("pathOf", () => {
  it("knows every object and list of the tree, and nothing else", () => {
    const tree = admitted({ a: [{ b: {} }, [[{}]]] });
    const list = tree["a"] as [{ b: object }, object[][]];
    expect(pathOf(tree, tree)).toEqual([]);
    expect(pathOf(tree, list)).toEqual(["a"]);
    expect(pathOf(tree, list[0].b)).toEqual(["a", 0, "b"]);
    expect(pathOf(tree, list[1][0]?.[0] ?? [])).toEqual(["a", 1, 0, 0]);
    expect(pathOf(tree, {})).toBeUndefined();
  });
});
