import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { collectItems, parseDocuments } from "@writ/inputs";
import { describe, expect, it } from "vitest";
import { privilegedPolicy, project, withPolicy, writ, write } from "./project.js";

/** A request that carries no object of the kind: no policy in a cluster could judge it. */
const keepPolicy = `import { kinds, PersistentVolumeClaim, policy } from "@writ/sdk";
export const keep = policy({
  id: "keep",
  title: "Claims stay",
  severity: "low",
  match: kinds(PersistentVolumeClaim),
  deny: (_claim, { operation }) => operation === "CONNECT",
  message: "claims stay",
});
`;

const nodePolicy = `import { kinds, Node, policy } from "@writ/sdk";
export const nodes = policy({
  id: "nodes",
  title: "Nodes are named",
  severity: "low",
  match: kinds(Node),
  deny: (node) => node.metadata?.name === "x",
  message: "not x",
});
`;

function configured(config: string): string {
  return `import { defineConfig } from "@writ/cli";\nexport default defineConfig({\n  policies: ["policies/**/policy.ts"],\n${config}});\n`;
}

interface Built {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly spec: Readonly<Record<string, unknown>>;
}

/** The objects of a built file. */
function objects(root: string, file: string): readonly Built[] {
  const text = readFileSync(join(root, "dist", file), "utf8");
  const { documents } = collectItems(parseDocuments(text, { file }));
  return documents.map(({ value }) => value as unknown as Built);
}

/** A message as it is before it is wrapped. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** Every file below a folder with the hash of its bytes. */
function fingerprints(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [file.slice(folder.length), createHash("sha256").update(readFileSync(file)).digest("hex")]),
  );
}

describe("writ build --target all", () => {
  it("writes what each target can hold, says what is missing, and ends with exit code 2", () => {
    const root = withPolicy({ "policies/keep/policy.ts": keepPolicy });
    const { code, out, err } = writ(root, ["build", "--target", "all"]);
    expect(code).toBe(2);
    expect(out.split("\n").slice(0, 4)).toEqual([
      "policy         opa      wasm     kyverno  kyverno-legacy  vap",
      "keep           ok       ok       refused  refused         refused",
      "no-privileged  ok       ok       ok       notice          ok",
      "",
    ]);
    expect(out).toMatch(/^not written for vap: keep$/m);
    expect(out).toMatch(/^ +audit · failurePolicy Fail · leaves out kube-system, kyverno$/m);
    expect(out.split("\n").every((line) => line.length <= 100)).toBe(true);
    expect(err).toContain("WRIT5004] `keep` cannot be written for vap");
    expect(err).toContain("policies/keep/policy.ts:7:50");
    expect(err).toMatch(/kyverno-legacy: ClusterPolicy is deprecated since Kyverno 1\.17/);
    expect(existsSync(join(root, "dist/vap/no-privileged.yaml"))).toBe(true);
    expect(existsSync(join(root, "dist/vap/keep.yaml"))).toBe(false);
    expect(existsSync(join(root, "dist/opa/policies/keep.rego"))).toBe(true);
    const again = writ(root, ["build", "--target", "all"]);
    expect(again).toEqual({ code, out, err });
  });

  it("gives the same as JSON", () => {
    const root = withPolicy({ "policies/keep/policy.ts": keepPolicy });
    const { code, out, err } = writ(root, ["build", "--target", "all", "--format", "json"]);
    expect(code).toBe(2);
    expect(err).toBe("");
    const report = JSON.parse(out) as Record<string, readonly Record<string, unknown>[]>;
    expect(report).toMatchObject({ out: "dist", written: true });
    expect(report["policies"]?.map(({ id, targets }) => [id, targets])).toEqual([
      ["keep", { opa: "ok", wasm: "ok", kyverno: "refused", "kyverno-legacy": "refused", vap: "refused" }],
      ["no-privileged", { opa: "ok", wasm: "ok", kyverno: "ok", "kyverno-legacy": "notice", vap: "ok" }],
    ]);
    expect(report["problems"]?.map(({ code: of, file, line }) => [of, file, line])).toEqual(
      Array.from({ length: 3 }, () => ["WRIT5004", "policies/keep/policy.ts", 7]),
    );
    const none = writ(root, ["build", "--target", "vap", "--format", "json", "--out", "other"]);
    expect(JSON.parse(none.out)).toMatchObject({ out: "other", written: false });
    expect(existsSync(join(root, "other"))).toBe(false);
    const unknown = writ(root, ["build", "--target", "vpa", "--format", "json"]);
    expect(JSON.parse(unknown.out)).toMatchObject({ written: false, problems: [{ code: "WRIT5002" }] });
  });

  it("writes the same bytes in another folder, another time zone, and from the cache", { timeout: 120_000 }, () => {
    const root = withPolicy();
    expect(writ(root, ["build", "--target", "all"], { env: { TZ: "Pacific/Kiritimati" } }).code).toBe(0);
    const copy = join(realpathSync(mkdtempSync(join(tmpdir(), "writ-elsewhere-"))), "a", "b");
    cpSync(root, copy, { recursive: true, filter: (path) => !/\/(dist|\.writ|\.xdg)$/.test(path) });
    const elsewhere = { TZ: "America/Adak", LC_ALL: "de_DE.UTF-8", LANG: "de_DE.UTF-8" };
    expect(writ(copy, ["build", "--target", "all"], { env: elsewhere }).code).toBe(0);
    const built = fingerprints(join(root, "dist"));
    expect(Object.keys(built)).toEqual(
      expect.arrayContaining(["/opa.tar.gz", "/wasm/policy.wasm", "/vap/no-privileged.yaml"]),
    );
    expect(fingerprints(join(copy, "dist"))).toEqual(built);
    expect(writ(root, ["build", "--target", "all", "--out", "again"]).code).toBe(0);
    expect(fingerprints(join(root, "again"))).toEqual(built);
  });
});

describe("enforcement in the configuration", () => {
  const enforcement = `  enforcement: {
    action: "warn",
    exclude: ["kube-system", "ingress"],
    namespaces: [{ matchLabels: { env: "prod" }, action: "deny" }],
    policies: { nodes: { action: "deny", failurePolicy: "Ignore" } },
  },
`;
  const files = { "writ.config.ts": configured(enforcement), "policies/nodes/policy.ts": nodePolicy };

  it("becomes one binding, or one policy, for each action", () => {
    const root = withPolicy(files);
    const { code, out } = writ(root, ["build", "--target", "vap,kyverno,kyverno-legacy"]);
    expect(code).toBe(0);
    expect(out).toContain(
      "warn (1), deny (1) (1 with other actions in some namespaces) · failurePolicy Fail (1), Ignore (1)",
    );
    const [policy, warn, deny] = objects(root, "vap/no-privileged.yaml");
    expect(policy?.spec).toMatchObject({ failurePolicy: "Fail", matchConstraints: { matchPolicy: "Equivalent" } });
    const outside = { key: "kubernetes.io/metadata.name", operator: "NotIn", values: ["ingress", "kube-system"] };
    expect([warn, deny].map((binding) => [binding?.metadata["name"], binding?.spec])).toEqual([
      [
        "no-privileged",
        {
          policyName: "no-privileged",
          validationActions: ["Warn", "Audit"],
          matchResources: {
            namespaceSelector: { matchExpressions: [outside, { key: "env", operator: "NotIn", values: ["prod"] }] },
          },
        },
      ],
      [
        "no-privileged.deny-1",
        {
          policyName: "no-privileged",
          validationActions: ["Deny"],
          matchResources: {
            namespaceSelector: { matchExpressions: [outside, { key: "env", operator: "In", values: ["prod"] }] },
          },
        },
      ],
    ]);
    const kyverno = objects(root, "kyverno/no-privileged.yaml");
    expect(kyverno.map((object) => [object.metadata["name"], object.spec["validationActions"]])).toEqual([
      ["no-privileged", ["Warn", "Audit"]],
      ["no-privileged.deny-1", ["Deny"]],
    ]);
    const legacy = objects(root, "kyverno-legacy/no-privileged.yaml");
    expect(legacy.map((object) => [object.metadata["name"], object.spec["emitWarning"]])).toEqual([
      ["no-privileged", true],
      ["no-privileged.deny-1", false],
    ]);
    const [nodes, binding] = objects(root, "vap/nodes.yaml");
    expect(nodes?.spec["failurePolicy"]).toBe("Ignore");
    expect(binding?.spec).toEqual({ policyName: "nodes", validationActions: ["Deny"] });
  });

  it("gives way to --enforce", () => {
    const root = withPolicy(files);
    expect(writ(root, ["build", "--target", "vap", "--enforce", "audit"]).code).toBe(0);
    for (const file of ["vap/no-privileged.yaml", "vap/nodes.yaml"]) {
      const bindings = objects(root, file).slice(1);
      expect(bindings.map((object) => object.spec["validationActions"])).toEqual([["Audit"]]);
    }
  });

  it("is refused for a policy that does not exist, where the configuration names it", () => {
    const root = withPolicy({
      "writ.config.ts": configured('  enforcement: { policies: { "no-privilegd": "deny" } },\n'),
    });
    const { code, err } = writ(root, ["build", "--target", "vap"]);
    expect(code).toBe(2);
    expect(err).toMatch(/WRIT2015\] there is no policy `no-privilegd` in `enforcement\.policies`/);
    expect(err).toMatch(/writ\.config\.ts:4:30/);
    expect(err).toContain("did you mean `no-privileged`?");
  });

  it("says for a severity of the configuration what the objects say", () => {
    const root = withPolicy({ "writ.config.ts": configured('  severity: { "no-privileged": "low" },\n') });
    expect(writ(root, ["build", "--target", "kyverno,wasm"]).code).toBe(0);
    const [policy] = objects(root, "kyverno/no-privileged.yaml");
    expect(policy?.metadata["annotations"]).toMatchObject({ "policies.kyverno.io/severity": "low" });
    const manifest = readFileSync(join(root, "dist/wasm/manifest.json"), "utf8");
    expect(JSON.parse(manifest)).toMatchObject({ policies: [{ severity: "low" }] });
  });
});

describe("the cluster in the configuration", () => {
  it("makes policies of one namespace, and refuses those on what no namespace holds", () => {
    const cluster = configured('  cluster: { kyvernoNamespace: "shop" },\n');
    const root = withPolicy({ "writ.config.ts": cluster, "policies/nodes/policy.ts": nodePolicy });
    const { code, err } = writ(root, ["build", "--target", "all"]);
    expect(code).toBe(2);
    expect(oneLine(err)).toContain(
      "WRIT5005] `nodes` cannot be written for kyverno: a policy of the namespace shop never sees Node",
    );
    const [policy, ...more] = objects(root, "kyverno/no-privileged.yaml");
    expect(more).toEqual([]);
    expect(policy).toMatchObject({ kind: "NamespacedValidatingPolicy", metadata: { namespace: "shop" } });
    expect(policy?.spec["matchConstraints"]).not.toHaveProperty("namespaceSelector");
    expect(objects(root, "kyverno-legacy/nodes.yaml")).toHaveLength(1);
  });

  it.each([
    ["1.20", "kyverno-legacy", "Kyverno 1.20 has no ClusterPolicy: its removal is announced for 1.20"],
    ["v1.12.6", "kyverno-legacy", "Kyverno v1.12.6 has no such ClusterPolicy: it came with 1.13"],
    ["1.16", "kyverno", "Kyverno 1.16 has no such ValidatingPolicy policies.kyverno.io/v1: it came with 1.17"],
  ])("refuses for Kyverno %s what it does not have", (version, target, message) => {
    const cluster = configured(`  cluster: { kyvernoVersion: "${version}" },\n`);
    const root = project({
      "writ.config.ts": cluster,
      "policies/a/policy.ts": privilegedPolicy,
      "policies/nodes/policy.ts": nodePolicy,
    });
    const { code, err } = writ(root, ["build", "--target", target]);
    expect(code).toBe(2);
    expect(err.split("[WRIT5006]").length).toBe(2);
    expect(oneLine(err)).toContain(`${target}: ${message}`);
    expect(err).toContain("writ.config.ts:4:14");
    expect(existsSync(join(root, "dist"))).toBe(false);
    write(root, { "writ.config.ts": configured('  cluster: { kyvernoVersion: "1.19" },\n') });
    expect(writ(root, ["build", "--target", target]).code).toBe(0);
  });
});
