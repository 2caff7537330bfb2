import { describe, expect, it } from "vitest";
import {
  configMap,
  container,
  deployment,
  namespace,
  pod,
  remove,
  service,
  update,
  withParams,
  yaml,
} from "@writ/sdk/vitest";
import { policy, workloads, type Policy } from "@writ/sdk";
import { noPrivilegedContainers } from "../../policies/pod-security/no-privileged-containers/policy.js";
import { failure } from "./failure.js";
import { fewReplicas } from "./policies/few-replicas.js";
import { frozenTeam } from "./policies/frozen-team.js";
import { noHostNetwork } from "./policies/no-host-network.js";
import { ports } from "./policies/ports.js";
import { sorted } from "./policies/sorted.js";

const privileged = pod({ spec: { containers: [container({ securityContext: { privileged: true } })] } });
const twoPorts = service({ spec: { ports: [{ port: 80 }, { port: 8080, name: "http" }, { port: 443 }] } });

describe("a failing toAllow", () => {
  it("shows the violation, what was read, and the line of the rule", () => {
    expect(failure(() => expect(noPrivilegedContainers).toAllow(privileged))).toMatchInlineSnapshot(`
      "
      no-privileged-containers denies Pod shop/web, and should allow it

        ✗ container app must not be privileged
          at    spec.containers[0].securityContext.privileged
          read  spec.containers[0].securityContext.privileged = true
          rule  policies/pod-security/no-privileged-containers/policy.ts:13:24

          11 │   match: workloads(),
          12 │   each: (pod) => pod.containers,
        > 13 │   deny: (container) => container.securityContext?.privileged === true,
             │                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          14 │   message: (container) => \`container \${container.name} must not be privileged\`,
          15 │   at: ["securityContext", "privileged"],
      "
    `);
  });
  it("shows the parameters and the rule of each violation", () => {
    expect(failure(() => expect(ports).toAllow(twoPorts))).toMatchInlineSnapshot(`
      "
      ports denies Service shop/web, and should allow it

        ✗ port 80 has no name
          at    spec.ports[0].name
          read  spec.ports[0].name = absent
          rule  test/vitest/policies/ports.ts:10:11

           8 │   check(service, { report }) {
           9 │     for (const port of service.spec?.ports ?? []) {
        > 10 │       if (port.name === undefined) report(port, \`port \${port.port} has no name\`, ["name"]);
             │           ^^^^^^^^^^^^^^^^^^^^^^^
          11 │       if (port.port < 1024) report(port, \`port \${port.port} is privileged\`, ["port"]);
          12 │     }

        ✗ port 80 is privileged
          at    spec.ports[0].port
          read  spec.ports[0].port = 80
          rule  test/vitest/policies/ports.ts:11:11

           9 │     for (const port of service.spec?.ports ?? []) {
          10 │       if (port.name === undefined) report(port, \`port \${port.port} has no name\`, ["name"]);
        > 11 │       if (port.port < 1024) report(port, \`port \${port.port} is privileged\`, ["port"]);
             │           ^^^^^^^^^^^^^^^^
          12 │     }
          13 │   },

        ✗ port 443 has no name
          at    spec.ports[2].name
          read  spec.ports[2].name = absent
          rule  test/vitest/policies/ports.ts:10:11

        ✗ port 443 is privileged
          at    spec.ports[2].port
          read  spec.ports[2].port = 443
          rule  test/vitest/policies/ports.ts:11:11
      "
    `);
  });
  it("says that an object of another shape is denied before the predicate runs", () => {
    const wrong = yaml`
      apiVersion: v1
      kind: Pod
      metadata: { name: web }
      spec: { hostNetwork: "no", containers: [{ name: web }] }
    `;
    expect(failure(() => expect(noHostNetwork).toAllow(wrong))).toMatchInlineSnapshot(`
      "
      no-host-network denies Pod default/web, and should allow it

        ✗ spec.hostNetwork must be a boolean
          at    spec.hostNetwork
          why   the predicate does not run on an object of another shape than it reads
      "
    `);
  });
  it("shows the old object of an update, and parameters", () => {
    const team = (name: string) => namespace({ metadata: { labels: { team: name } } });
    expect(failure(() => expect(frozenTeam).toAllow(update(team("a"), team("b"))))).toMatchInlineSnapshot(`
      "
      frozen-team denies the UPDATE of Namespace shop, and should allow it

        ✗ team a is for ever
          at    metadata.labels.team
          read  metadata.labels.team = "b"
          read  oldObject.metadata.labels.team = "a"
          rule  test/vitest/policies/frozen-team.ts:16:9

          14 │     }
          15 │     const before = oldObject?.metadata.labels?.["team"];
        > 16 │     if (before !== undefined && team !== before)
             │         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          17 │       report(object, \`team \${before} is for ever\`, ["metadata", "labels", "team"]);
          18 │     if (namespace?.name === "secret") report(object, "nobody works here");
      "
    `);
    expect(failure(() => expect(frozenTeam).toAllow(remove(team("platform"))))).toMatchInlineSnapshot(`
      "
      frozen-team denies the DELETE of Namespace shop, and should allow it

        ✗ platform keeps what it has
          at    the whole object
          read  metadata.labels.team = "platform"
          read  params.guarded = ["platform"]
          rule  test/vitest/policies/frozen-team.ts:12:11

          10 │     const team = object.metadata.labels?.["team"];
          11 │     if (operation === "DELETE") {
        > 12 │       if (team !== undefined && params.guarded.includes(team)) report(object, \`\${team} kee…
             │           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          13 │       return;
          14 │     }
      "
    `);
  });
});

describe("a failing toDeny", () => {
  it("shows what the conditions read that did not hold", () => {
    expect(failure(() => expect(noPrivilegedContainers).toDeny(deployment(), { message: /privileged/ })))
      .toMatchInlineSnapshot(`
      "
      no-privileged-containers allows Deployment shop/web, and should deny it

        - expected  message /privileged/

        ○ this condition does not hold
          read  spec.template.spec.containers[0].securityContext.privileged = absent
          rule  policies/pod-security/no-privileged-containers/policy.ts:13:24

          11 │   match: workloads(),
          12 │   each: (pod) => pod.containers,
        > 13 │   deny: (container) => container.securityContext?.privileged === true,
             │                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          14 │   message: (container) => \`container \${container.name} must not be privileged\`,
          15 │   at: ["securityContext", "privileged"],
      "
    `);
  });
  it("says that the API server drops what the manifest says", () => {
    expect(failure(() => expect(noHostNetwork).toDeny(pod({ spec: { hostNetwork: false } })))).toMatchInlineSnapshot(`
      "
      no-host-network allows Pod shop/web, and should deny it

        ○ this condition does not hold
          read  spec.hostNetwork = false, which the API server drops, so it reads as absent
          rule  test/vitest/policies/no-host-network.ts:8:18

           6 │   severity: "high",
           7 │   match: workloads(),
        >  8 │   deny: (pod) => pod.spec.hostNetwork,
             │                  ^^^^^^^^^^^^^^^^^^^^
           9 │   message: "the Pod must not use the network of the node",
          10 │   at: ["spec", "hostNetwork"],
      "
    `);
  });
  it("says that there is nothing to look at", () => {
    expect(failure(() => expect(ports).toDeny(service({ spec: { ports: undefined } })))).toMatchInlineSnapshot(`
      "
      ports allows Service shop/web, and should deny it

        ○ nothing to look at: the list is empty or absent
          read  spec.ports = absent
          rule  test/vitest/policies/ports.ts:9:24

           7 │   match: kinds(Service),
           8 │   check(service, { report }) {
        >  9 │     for (const port of service.spec?.ports ?? []) {
             │                        ^^^^^^^^^^^^^^^^^^^^^^^^^
          10 │       if (port.name === undefined) report(port, \`port \${port.port} has no name\`, ["name"]);
          11 │       if (port.port < 1024) report(port, \`port \${port.port} is privileged\`, ["port"]);
      "
    `);
  });
  it("shows what was expected beside what was found", () => {
    const expected = { message: "port 80 has no name", path: "spec.ports[2].name" };
    expect(failure(() => expect(ports).toDeny(twoPorts, expected))).toMatchInlineSnapshot(`
      "
      ports denies Service shop/web, but not as expected

        - expected  message "port 80 has no name", path spec.ports[2].name
        + found     spec.ports[0].name: port 80 has no name
        + found     spec.ports[0].port: port 80 is privileged
        + found     spec.ports[2].name: port 443 has no name
        + found     spec.ports[2].port: port 443 is privileged

        ✗ port 80 has no name
          at    spec.ports[0].name
          read  spec.ports[0].name = absent
          rule  test/vitest/policies/ports.ts:10:11

           8 │   check(service, { report }) {
           9 │     for (const port of service.spec?.ports ?? []) {
        > 10 │       if (port.name === undefined) report(port, \`port \${port.port} has no name\`, ["name"]);
             │           ^^^^^^^^^^^^^^^^^^^^^^^
          11 │       if (port.port < 1024) report(port, \`port \${port.port} is privileged\`, ["port"]);
          12 │     }

        ✗ port 80 is privileged
          at    spec.ports[0].port
          read  spec.ports[0].port = 80
          rule  test/vitest/policies/ports.ts:11:11

           9 │     for (const port of service.spec?.ports ?? []) {
          10 │       if (port.name === undefined) report(port, \`port \${port.port} has no name\`, ["name"]);
        > 11 │       if (port.port < 1024) report(port, \`port \${port.port} is privileged\`, ["port"]);
             │           ^^^^^^^^^^^^^^^^
          12 │     }
          13 │   },

        ✗ port 443 has no name
          at    spec.ports[2].name
          read  spec.ports[2].name = absent
          rule  test/vitest/policies/ports.ts:10:11

        ✗ port 443 is privileged
          at    spec.ports[2].port
          read  spec.ports[2].port = 443
          rule  test/vitest/policies/ports.ts:11:11
      "
    `);
  });
  it("shows what is missing of the exact list, and what is too much", () => {
    const violations = [
      { path: ["spec", "ports", 0, "name"], message: /no name/ },
      { path: "spec.ports[0].port" },
      { path: "spec.ports[2].port" },
      { message: "port 8080 is open" },
    ];
    expect(failure(() => expect(ports).toDeny(twoPorts, { violations }))).toMatchInlineSnapshot(`
      "
      ports denies Service shop/web, but not as expected

        - expected  message "port 8080 is open"
        + found     spec.ports[2].name: port 443 has no name

        ✗ port 443 has no name
          at    spec.ports[2].name
          read  spec.ports[2].name = absent
          rule  test/vitest/policies/ports.ts:10:11

           8 │   check(service, { report }) {
           9 │     for (const port of service.spec?.ports ?? []) {
        > 10 │       if (port.name === undefined) report(port, \`port \${port.port} has no name\`, ["name"]);
             │           ^^^^^^^^^^^^^^^^^^^^^^^
          11 │       if (port.port < 1024) report(port, \`port \${port.port} is privileged\`, ["port"]);
          12 │     }
      "
    `);
  });
  it("counts", () => {
    expect(failure(() => expect(ports).toDeny(twoPorts, { message: /privileged/, times: 3 }))).toMatchInlineSnapshot(`
      "
      ports denies Service shop/web, but not as expected

        - expected  3 violations with message /privileged/
        + found     2 violations of 4 fit
        + found     spec.ports[0].name: port 80 has no name
        + found     spec.ports[0].port: port 80 is privileged
        + found     spec.ports[2].name: port 443 has no name
        + found     spec.ports[2].port: port 443 is privileged

        ✗ port 80 has no name
          at    spec.ports[0].name
          read  spec.ports[0].name = absent
          rule  test/vitest/policies/ports.ts:10:11

           8 │   check(service, { report }) {
           9 │     for (const port of service.spec?.ports ?? []) {
        > 10 │       if (port.name === undefined) report(port, \`port \${port.port} has no name\`, ["name"]);
             │           ^^^^^^^^^^^^^^^^^^^^^^^
          11 │       if (port.port < 1024) report(port, \`port \${port.port} is privileged\`, ["port"]);
          12 │     }

        ✗ port 80 is privileged
          at    spec.ports[0].port
          read  spec.ports[0].port = 80
          rule  test/vitest/policies/ports.ts:11:11

           9 │     for (const port of service.spec?.ports ?? []) {
          10 │       if (port.name === undefined) report(port, \`port \${port.port} has no name\`, ["name"]);
        > 11 │       if (port.port < 1024) report(port, \`port \${port.port} is privileged\`, ["port"]);
             │           ^^^^^^^^^^^^^^^^
          12 │     }
          13 │   },

        ✗ port 443 has no name
          at    spec.ports[2].name
          read  spec.ports[2].name = absent
          rule  test/vitest/policies/ports.ts:10:11

        ✗ port 443 is privileged
          at    spec.ports[2].port
          read  spec.ports[2].port = 443
          rule  test/vitest/policies/ports.ts:11:11
      "
    `);
  });
  it("says that an object that is being deleted is nobody's business", () => {
    const leaving = pod({ metadata: { deletionTimestamp: "2026-01-01T00:00:00Z" }, spec: { hostNetwork: true } });
    expect(noHostNetwork).toAllow(leaving);
    expect(failure(() => expect(noHostNetwork).toDeny(leaving))).toMatchInlineSnapshot(`
      "
      no-host-network allows Pod shop/web, and should deny it

        the object is being deleted (metadata.deletionTimestamp), which is out of scope for every policy
      "
    `);
  });
});

describe("a failing .not", () => {
  it("shows what the policy denies, and why, of what is asked for", () => {
    expect(failure(() => expect(ports).not.toDeny(twoPorts, { path: "spec.ports[0].port" }))).toMatchInlineSnapshot(`
      "
      ports denies Service shop/web with path spec.ports[0].port, and should not

        ✗ port 80 is privileged
          at    spec.ports[0].port
          read  spec.ports[0].port = 80
          rule  test/vitest/policies/ports.ts:11:11

           9 │     for (const port of service.spec?.ports ?? []) {
          10 │       if (port.name === undefined) report(port, \`port \${port.port} has no name\`, ["name"]);
        > 11 │       if (port.port < 1024) report(port, \`port \${port.port} is privileged\`, ["port"]);
             │           ^^^^^^^^^^^^^^^^
          12 │     }
          13 │   },
      "
    `);
    expect(failure(() => expect(ports).not.toAllow(service({ spec: { ports: [] } })))).toMatchInlineSnapshot(`
      "
      ports allows Service shop/web, and should deny it

        ○ nothing to look at: the list is empty or absent
          read  spec.ports = [], which the API server drops, so it reads as absent
          rule  test/vitest/policies/ports.ts:9:24

           7 │   match: kinds(Service),
           8 │   check(service, { report }) {
        >  9 │     for (const port of service.spec?.ports ?? []) {
             │                        ^^^^^^^^^^^^^^^^^^^^^^^^^
          10 │       if (port.name === undefined) report(port, \`port \${port.port} has no name\`, ["name"]);
          11 │       if (port.port < 1024) report(port, \`port \${port.port} is privileged\`, ["port"]);
      "
    `);
  });
});

describe("no verdict", () => {
  const assertions = (of: Policy, resource: object): readonly string[] => [
    failure(() => expect(of).toAllow(resource)),
    failure(() => expect(of).toDeny(resource)),
    failure(() => expect(of).not.toAllow(resource)),
    failure(() => expect(of).not.toDeny(resource)),
  ];
  const only = (texts: readonly string[]): string => {
    expect(new Set(texts).size).toBe(1);
    return texts[0] ?? "";
  };

  it("fails every assertion about a kind that the policy does not judge", () => {
    expect(only(assertions(fewReplicas, service()))).not.toContain("does not judge");
    const complete = withParams(fewReplicas, { contact: "ops" });
    expect(only(assertions(complete, service()))).toMatchInlineSnapshot(`
      "
      few-replicas does not judge v1 Service
        help: it judges apps/v1 Deployment
      "
    `);
    const old = { ...deployment(), apiVersion: "extensions/v1beta1" };
    expect(only(assertions(complete, old))).toMatchInlineSnapshot(`
      "
      few-replicas does not judge extensions/v1beta1 Deployment
        help: it judges apps/v1 Deployment
      "
    `);
  });
  it("fails every assertion about an operation that the policy does not judge", () => {
    expect(only(assertions(noHostNetwork, remove(pod())))).toMatchInlineSnapshot(`
      "
      no-host-network does not judge DELETE
        help: it judges CREATE, UPDATE
      "
    `);
  });
  it("fails every assertion about an update of something else", () => {
    expect(only(assertions(frozenTeam, update(configMap(), namespace())))).toMatchInlineSnapshot(`
      "
      an UPDATE cannot make v1 Namespace of v1 ConfigMap
      "
    `);
  });
  it("fails every assertion about a policy that `writ check` refuses", () => {
    expect(only(assertions(sorted, service()))).toMatchInlineSnapshot(`
      "
      sorted cannot be judged: \`writ check\` would not run it either

      error[WRIT1103] \`[...(service.spec?.externalIPs ?? [])].sort()\` changes a value
        test/vitest/policies/sorted.ts:9:22

           7 │   severity: "low",
           8 │   match: kinds(Service),
        >  9 │   deny: (service) => [...(service.spec?.externalIPs ?? [])].sort().join() !== service.spec…
             │                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          10 │   message: "sort the addresses",
          11 │ });

        help: make a new value with \`filter\`, \`map\` or a ternary, and bind it with \`const\`
      "
    `);
    expect(only(assertions(fewReplicas, deployment()))).toMatchInlineSnapshot(`
      "
      few-replicas cannot be judged: \`writ check\` would not run it either

      error[WRIT1601] the parameter \`contact\` of \`few-replicas\` has no default and is not configured
        test/vitest/policies/few-replicas.ts:3:14

          1 │ import { Deployment, integer, kinds, policy, string } from "@writ/sdk";
          2 │ 
        > 3 │ export const fewReplicas = policy({
            │              ^^^^^^^^^^^
          4 │   id: "few-replicas",
          5 │   title: "Deployments have few replicas",

        help: set it in writ.config.ts: params: { "few-replicas": { contact: … } }

        help: in a test, withParams(policy, { … }) sets it
      "
    `);
  });
  it("fails every assertion about a policy that no module exports", () => {
    const hidden = policy({
      id: "hidden",
      title: "Hidden",
      severity: "low",
      match: workloads(),
      deny: () => false,
      message: "no",
    });
    expect(only(assertions(hidden, pod()))).toMatchInlineSnapshot(`
      "
      hidden cannot be judged: \`writ check\` would not run it either

      error[WRIT2014] \`hidden\` is made in the test file
        help: export it from a module of its own, where \`writ check\` finds it, too
      "
    `);
  });
  it("fails when the compiled policy says otherwise", () => {
    const other = { ...noHostNetwork, form: { ...ports.form } } as Policy;
    Object.defineProperty(other, Symbol.for("writ.definitionSite"), {
      value: (noHostNetwork as object as { [site: symbol]: unknown })[Symbol.for("writ.definitionSite")],
    });
    expect(only(assertions(other, pod({ spec: { hostNetwork: true } })))).toMatchInlineSnapshot(`
      "
      the TypeScript of no-host-network and the compiled policy differ: only the compiled policy finds "the Pod must not use the network of the node"
        help: a mocked module makes such a difference; anything else is a bug of writ, please report it
      "
    `);
  });
});

describe("a mistake in the assertion", () => {
  it.each([
    ["another value than a policy", () => expect("ports").toAllow(service())],
    ["a resource that is none", () => expect(ports).toAllow("service" as never)],
    ["a date in the resource", () => expect(ports).toAllow({ ...service(), spec: { externalIPs: [new Date(0)] } })],
    ["an expectation for toAllow", () => (expect(ports).toAllow as (...args: unknown[]) => void)(service(), {})],
    ["an unknown key", () => expect(ports).toDeny(service(), { mesage: "x" } as never)],
    ["an unknown key of a violation", () => expect(ports).toDeny(service(), { violations: [{ at: "x" }] } as never)],
    ["a path that is none", () => expect(ports).toDeny(service(), { path: "spec..ports" })],
    ["a message of another type", () => expect(ports).toDeny(service(), { message: 1 } as never)],
    ["no times", () => expect(ports).toDeny(service(), { times: 0 })],
    ["no violations", () => expect(ports).toDeny(service(), { violations: [] })],
    ["violations beside a message", () => expect(ports).toDeny(service(), { violations: [{}], message: "x" } as never)],
  ])("%s throws", (_, assertion) => {
    expect(assertion).toThrow(TypeError);
    expect(failure(assertion)).toMatchSnapshot();
  });
});
