import { homedir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { collectItems, parseDocuments } from "@writ/inputs";
import { schemaErrors } from "../../../packages/cli/test/report-schema.js";
import { config, project, write, writ, type Ran } from "../../../packages/cli/test/project.js";

/** The command itself on files, with the API server's code, which the user's cache keeps. */
const cache = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
const env = { XDG_CACHE_HOME: cache, GOCACHE: process.env["GOCACHE"] ?? join(cache, "go-build") };

const pullPolicy = `import { policy, workloads } from "@writ/sdk";
export const alwaysPulled = policy({
  id: "always-pulled", title: "Images are pulled each time", severity: "low", match: workloads(),
  each: (pod) => pod.containers,
  deny: (container) => container.imagePullPolicy !== "Always",
  message: (container) => \`container \${container.name} is not always pulled\`,
  at: ["imagePullPolicy"],
});
`;
const noTcp = `import { Service, kinds, policy } from "@writ/sdk";
export const noTcp = policy({
  id: "no-tcp", title: "Ports are not TCP", severity: "low", match: kinds(Service),
  each: (service) => service.spec?.ports ?? [],
  deny: (port) => port.protocol === "TCP",
  message: (port) => \`port \${String(port.port)} is TCP\`,
  at: ["protocol"],
});
`;
const noThree = `import { kinds, policy } from "@writ/sdk";
import { Gadget } from "../../models/writ.example.com/v1.js";
export const noThree = policy({
  id: "no-three", title: "Gadgets are not of size 3", severity: "low", match: kinds(Gadget),
  check(gadget, { report }) {
    if (gadget.spec?.size === 3) report(gadget, "the size is 3", ["spec", "size"]);
  },
});
`;
const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: gadgets.writ.example.com }
spec:
  group: writ.example.com
  scope: Namespaced
  names: { plural: gadgets, singular: gadget, kind: Gadget, listKind: GadgetList }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec: { type: object, default: {}, properties: { size: { type: integer, default: 3 } } }
`;
const pod = (image: string): string => `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers:
    - name: app
      image: ${image}
`;
const service = `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  ports:
    - port: 80
`;
const gadget = `apiVersion: writ.example.com/v1
kind: Gadget
metadata: { name: a, namespace: shop }
`;

interface Json {
  readonly summary: { readonly admission?: object; readonly violations: number };
  readonly violations: readonly {
    readonly policy: string;
    readonly path: readonly unknown[];
    readonly location: object;
  }[];
  readonly errors: readonly { readonly code: string; readonly message: string; readonly line: number }[];
  readonly notices: readonly { readonly code: string; readonly message: string; readonly line: number }[];
}

let root: string;

beforeAll(() => {
  root = project({
    "writ.config.ts": config,
    "crd.yaml": crd,
    "policies/always-pulled/policy.ts": pullPolicy,
    "policies/no-tcp/policy.ts": noTcp,
    "policies/no-three/policy.ts": noThree,
  });
  expect(writ(root, ["types", "crd.yaml"]).code).toBe(0);
});

function check(files: Readonly<Record<string, string>>, ...options: readonly string[]): Ran {
  write(root, files);
  return writ(root, ["check", ...Object.keys(files), "--as-admitted", ...options], { env });
}

function checkJson(
  files: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Json & { code: number | null } {
  const { out, code } = check(files, "--format", "json", ...options);
  const report = JSON.parse(out) as Json;
  expect(schemaErrors(report)).toEqual([]);
  return { ...report, code };
}

const none = { kubernetes: "1.37.2", admitted: 0, refused: 0, asWritten: 0, differing: 0 };

describe.each(["both", "wasm", "native"])("writ check --as-admitted --engine %s", (engine) => {
  it("judges the default that depends on another field, and says where the file alone says otherwise", () => {
    const latest = checkJson({ "latest.yaml": pod("nginx") }, "--engine", engine);
    expect([latest.code, latest.summary.violations]).toEqual([0, 0]);
    expect(latest.summary.admission).toEqual({ ...none, admitted: 1, differing: 1 });
    expect(latest.notices).toEqual([
      {
        code: "WRIT3011",
        message:
          "`always-pulled` does not say the same of Pod shop/web as it is written and as the API server admits it: " +
          'only in the file "container app is not always pulled" at spec.containers.0.imagePullPolicy',
        ...{ file: "latest.yaml", line: 6, column: 7 },
      },
    ]);
    const tagged = checkJson({ "tagged.yaml": pod("nginx:1.27") }, "--engine", engine);
    expect([tagged.code, tagged.summary.violations, tagged.notices]).toEqual([1, 1, []]);
    expect(tagged.summary.admission).toEqual({ ...none, admitted: 1 });
  });

  it("shows a violation in what is added at what it is added to", () => {
    const { violations, code } = checkJson({ "service.yaml": service }, "--engine", engine);
    expect(code).toBe(1);
    expect(violations).toEqual([
      {
        ...{ policy: "no-tcp", severity: "low", message: "port 80 is TCP", path: ["spec", "ports", 0, "protocol"] },
        resource: { apiVersion: "v1", kind: "Service", namespace: "shop", name: "web" },
        location: { file: "service.yaml", line: 6, column: 7 },
        addedByApiServer: true,
      },
    ]);
    expect(writ(root, ["check", "service.yaml", "--engine", engine]).code).toBe(0);
  });
});

describe("writ check --as-admitted", () => {
  it("tells a person what is added, and in which form the documents were judged", () => {
    const { out } = check({ "service.yaml": service });
    expect(out).toContain("  spec.ports.0.protocol is added by the API server\n");
    expect(out).toContain("note[WRIT3011] `no-tcp` does not say the same of Service shop/web");
    expect(out).toContain("1 document as admitted by Kubernetes 1.37.2, 1 with another verdict than as written\n");
  });

  it("fills in a custom resource by a definition that comes after it", () => {
    const { violations, summary } = checkJson({ "gadget.yaml": gadget, "crd.yaml": crd });
    expect(violations.map(({ policy, path }) => [policy, path])).toEqual([["no-three", ["spec", "size"]]]);
    expect(summary.admission).toEqual({ ...none, admitted: 1, differing: 1 });
  });

  it("judges a custom resource without its definition as it is written, and counts it", () => {
    const { violations, summary } = checkJson({ "gadget.yaml": gadget });
    expect(violations).toEqual([]);
    expect(summary.admission).toEqual({ ...none, asWritten: 1 });
    expect(check({ "gadget.yaml": gadget }).out).toContain(
      "1 document of kinds that it does not know, judged as written\n",
    );
  });

  it("reports what the API server does not decode, at its place, and still judges the others", () => {
    const misspelt = pod("nginx").replace("image:", "imagee:");
    const mistyped = pod("nginx").replace("name: app", "name: [app]");
    const { errors, code, summary } = checkJson({
      "misspelt.yaml": misspelt,
      "mistyped.yaml": mistyped,
      "latest.yaml": pod("nginx"),
    });
    expect(code).toBe(3);
    expect(errors.map((error) => [error.code, error.line])).toEqual([
      ["WRIT3010", 7],
      ["WRIT3010", 5],
    ]);
    expect(errors[0]?.message).toBe('the API server refuses Pod shop/web: unknown field "spec.containers[0].imagee"');
    expect(errors[1]?.message).toContain("cannot unmarshal array into Go struct field");
    expect(summary.admission).toEqual({ ...none, admitted: 1, refused: 2, differing: 1 });
  });

  it("prints the admitted objects as YAML that reads back, and the report beside it", () => {
    const { out, err, code } = check(
      { "service.yaml": service, "misspelt.yaml": pod("nginx").replace("image:", "imagee:"), "gadget.yaml": gadget },
      "--print-admitted",
    );
    expect(code).toBe(3);
    expect(err).toContain("port 80 is TCP");
    const { documents } = collectItems(parseDocuments(out, { file: "out" }));
    expect(documents.map(({ value }) => value)).toEqual([
      {
        ...{ apiVersion: "v1", kind: "Service", metadata: { name: "web", namespace: "shop" } },
        spec: {
          ports: [{ port: 80, protocol: "TCP", targetPort: 80 }],
          ...{ type: "ClusterIP", sessionAffinity: "None", internalTrafficPolicy: "Cluster" },
        },
        status: { loadBalancer: {} },
      },
      { apiVersion: "writ.example.com/v1", kind: "Gadget", metadata: { name: "a", namespace: "shop" } },
    ]);
    expect(out).toContain('# misspelt.yaml:1: refused\n#   unknown field "spec.containers[0].imagee"\n');
    expect(out).toContain("# gadget.yaml:1: of a kind that the API server does not know, as written\n");
  });

  it("needs Go for the first time alone, and says so", () => {
    write(root, { "bin/empty": "", "service.yaml": service });
    const withoutGo = { PATH: join(root, "bin") };
    const args = ["check", "service.yaml", "--as-admitted"];
    const built = writ(root, args, { env: { ...env, ...withoutGo } });
    expect([built.code, built.err]).toEqual([1, ""]);
    const first = writ(root, args, { env: withoutGo });
    expect(first.code).toBe(2);
    expect(first.err).toContain("error[WRIT2022] the API server's code is not built, and there is no `go` on PATH");
    expect(first.err).toContain("help: install Go 1.26 or newer (https://go.dev/dl/) and repeat the command");
  });
});
