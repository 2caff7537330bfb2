import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hashOf } from "../src/policies/fingerprint.js";
import { schemaErrors } from "./report-schema.js";
import { badPod, goodPod, inputs, privilegedPolicy, project, withPolicy, writ, write } from "./project.js";

interface JsonReport {
  readonly summary: Record<string, unknown>;
  readonly violations: readonly Record<string, unknown>[];
  readonly errors: readonly Record<string, unknown>[];
  readonly notices: readonly Record<string, unknown>[];
}

/** The JSON report, valid by the documented schema. */
function reportOf(text: string): JsonReport {
  const report = JSON.parse(text) as JsonReport;
  expect(schemaErrors(report)).toEqual([]);
  return report;
}

describe("writ check", () => {
  it("ends with 1 for a violation, 0 without, 4 when nothing was judged", () => {
    const root = inputs({ "bad.yaml": badPod, "good.yaml": goodPod, "empty.yaml": "" });
    expect(writ(root, ["check", "bad.yaml"]).code).toBe(1);
    expect(writ(root, ["check", "good.yaml"]).code).toBe(0);
    expect(writ(root, ["check", "empty.yaml"]).code).toBe(4);
    expect(writ(root, ["check", "empty.yaml", "--allow-empty"]).code).toBe(0);
  });

  it("reports as documented", () => {
    const root = inputs({ "bad.yaml": badPod });
    const { out, err } = writ(root, ["check", "bad.yaml", "--format", "json"]);
    expect(err).toBe("");
    const report = reportOf(out);
    expect(report.summary).toMatchObject({
      files: 1,
      documents: 1,
      policies: 1,
      violations: 1,
      errors: 0,
      engine: "both",
    });
    expect(report.violations).toEqual([
      {
        policy: "no-privileged",
        severity: "high",
        message: "container app is privileged",
        path: ["spec", "containers", 0, "securityContext", "privileged"],
        resource: { apiVersion: "v1", kind: "Pod", namespace: "default", name: "web" },
        location: { file: "bad.yaml", line: 9, column: 21 },
      },
    ]);
  });

  it("shows a person the place and the cure", () => {
    const root = inputs({ "bad.yaml": badPod });
    const { out } = writ(root, ["check", "bad.yaml"]);
    expect(out).toContain("  > 9 │         privileged: yes\n      │                     ^^^\n");
    expect(out).toContain("fix: Remove it.");
    expect(out).toContain(
      "1 violation: 1 high\n1 document in 1 file judged by 1 policy (OPA WASM, checked against the TypeScript)",
    );
    expect(out).not.toContain("\u001b");
    expect(writ(root, ["check", "bad.yaml", "--color"]).out).toContain("\u001b[");
    expect(writ(root, ["check", "bad.yaml"], { env: { FORCE_COLOR: "1" } }).out).toContain("\u001b[");
  });

  it("gives the same report from every engine", () => {
    const root = inputs({ "all.yaml": `${badPod}---\n${goodPod}` });
    const [both, wasm, native] = ["both", "wasm", "native"].map((engine) =>
      reportOf(writ(root, ["check", "all.yaml", "-f", "json", "-e", engine]).out),
    );
    expect(wasm?.violations).toEqual(both?.violations);
    expect(native?.violations).toEqual(both?.violations);
  });

  it("reads standard input, lists, JSON and folders", () => {
    const pod = JSON.stringify({
      apiVersion: "v1",
      kind: "List",
      items: [
        {
          apiVersion: "v1",
          kind: "Pod",
          metadata: { name: "a" },
          spec: { containers: [{ name: "x", securityContext: { privileged: true } }] },
        },
      ],
    });
    const root = inputs({ "k8s/list.json": pod, "k8s/deep/bad.yml": badPod });
    const stdin = reportOf(writ(root, ["check", "-", "-f", "json"], { input: badPod }).out);
    expect(stdin.violations[0]).toMatchObject({ location: { file: "<stdin>", line: 9 } });
    const folder = reportOf(writ(root, ["check", "k8s", "-f", "json"]).out);
    expect(folder.summary).toMatchObject({ files: 2, documents: 2, violations: 2 });
    expect(folder.violations.map(({ path }) => path)).toEqual(
      Array(2).fill(["spec", "containers", 0, "securityContext", "privileged"]),
    );
  });

  it("counts what it does not judge", () => {
    const service = "apiVersion: v1\nkind: Service\nmetadata: { name: s }\n";
    const typing = "apiVersion: apps/v1\nkind: Deploymnet\nmetadata: { name: d }\n";
    const root = inputs({
      "a.yaml": `${goodPod}---\n${service}---\n${typing}---\nhello: world\n`,
      "b.yaml": "# nothing\n",
    });
    const report = reportOf(writ(root, ["check", "a.yaml", "b.yaml", "-f", "json"]).out);
    expect(report.summary).toMatchObject({
      judged: 1,
      unmatched: 1,
      unknownKinds: 1,
      others: 1,
      filesWithoutObjects: 1,
    });
    expect(report.notices).toMatchObject([{ code: "WRIT3003", line: 12, help: "did you mean `kind: Deployment`?" }]);
  });

  it("fills in the namespace that is asked for", () => {
    const root = inputs({ "bad.yaml": badPod });
    const report = reportOf(writ(root, ["check", "bad.yaml", "-f", "json", "-n", "shop"]).out);
    expect(report.violations[0]).toMatchObject({ resource: { namespace: "shop" } });
    expect(writ(root, ["check", "bad.yaml", "-n", "Not_A_Name"]).code).toBe(2);
  });

  it("fails on the severities that are asked for", () => {
    const root = withPolicy({ "bad.yaml": badPod });
    expect(writ(root, ["check", "bad.yaml", "--fail-on", "critical"]).code).toBe(0);
    expect(writ(root, ["check", "bad.yaml", "--fail-on", "high"]).code).toBe(1);
    expect(writ(root, ["check", "bad.yaml", "--fail-on", "none"]).code).toBe(0);
    write(root, {
      "writ.config.ts":
        'export default { policies: ["policies"], severity: { "no-privileged": "low" }, failOn: "medium" };',
    });
    expect(writ(root, ["check", "bad.yaml"]).code).toBe(0);
  });

  it("writes the report to a file, or says why not", () => {
    const root = inputs({ "bad.yaml": badPod });
    const { code, out, err } = writ(root, ["check", "bad.yaml", "-f", "json", "-o", "report.json"]);
    expect({ code, out, err }).toEqual({ code: 1, out: "", err: "1 violation, 0 errors: see report.json\n" });
    expect(reportOf(readFileSync(join(root, "report.json"), "utf8")).summary["violations"]).toBe(1);
    expect(writ(root, ["check", "bad.yaml", "-o", "no/such/folder"]).code).toBe(2);
  });

  it("judges many documents in the worker as it judges few", () => {
    const many = Array.from({ length: 700 }, (_, index) => (index % 100 === 0 ? badPod : goodPod)).join("---\n");
    const root = inputs({ "many.yaml": many });
    const report = reportOf(writ(root, ["check", "many.yaml", "-f", "json"]).out);
    expect(report.summary).toMatchObject({ documents: 700, judged: 700, violations: 7, errors: 0 });
    const lines = report.violations.map(({ location }) => (location as { line: number }).line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(reportOf(writ(root, ["check", "many.yaml", "-f", "json", "-e", "native"]).out).violations).toEqual(
      report.violations,
    );
  });

  it("uses the library when nobody names a policy, and says so", () => {
    const root = project({ "bad.yaml": badPod });
    const { code, out } = writ(root, ["check", "bad.yaml", "-e", "native"]);
    expect(code).toBe(1);
    expect(out).toContain("policies: the library @writ/policies, as none are configured");
  });

  it("takes policies from the command line", () => {
    const root = project({ "bad.yaml": badPod, "mine/policy.ts": privilegedPolicy });
    expect(writ(root, ["check", "bad.yaml", "-p", "mine/*.ts", "-e", "native"]).code).toBe(1);
    expect(writ(root, ["check", "bad.yaml", "-p", "yours/*.ts"]).code).toBe(2);
  });
});

describe("hostile input", () => {
  it("gets a clear line each, and the rest is judged", () => {
    const root = inputs({
      "in/binary.yaml": Buffer.from([0, 1, 2, 3, 0xff]),
      "in/bomb.yaml": `a: &a [x,x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, i) => `${"bcdefghij"[i]}: &${"bcdefghij"[i]} [${Array(10).fill(`*${"abcdefghi"[i]}`).join(",")}]`).join("\n")}\n`,
      "in/broken.yaml": `${goodPod}---\nkind: [\n---\n${badPod}`,
      "in/deep.yaml": `a: ${"[".repeat(10_000)}${"]".repeat(10_000)}\n`,
      "in/empty.yaml": "",
      "in/escape.yaml": badPod.replace("name: app", 'name: "\\e[31mred\\a"'),
      "in/latin1.yaml": Buffer.from("apiVersion: v1\nkind: Pod\nmetadata: { name: caf\xe9 }\n", "latin1"),
      "in/nulls.yaml": "---\n---\nnull\n---\n~\n",
      "in/twice.yaml": "apiVersion: v1\nkind: Pod\nkind: Pod\n",
      "in/helm.yaml": "apiVersion: v1\nkind: {{ .Values.kind }}\n  x: {{ y }}\n",
    });
    const { code, out } = writ(root, ["check", "in", "-f", "json"]);
    const report = reportOf(out);
    expect(code).toBe(3);
    const files = new Set(report.errors.map(({ file }) => file));
    const expected = ["binary", "bomb", "broken", "deep", "helm", "latin1", "twice"].map((name) => `in/${name}.yaml`);
    expect([...files].sort()).toEqual(expected);
    expect(report.violations.map(({ location }) => (location as { file: string }).file)).toEqual([
      "in/broken.yaml",
      "in/escape.yaml",
      "in/twice.yaml",
    ]);
    const human = writ(root, ["check", "in", "--no-color"]).out;
    expect(human).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it("names paths that lead nowhere and folders that cannot be read", () => {
    const root = inputs({ "good.yaml": goodPod });
    const missing = reportOf(writ(root, ["check", "gone.yaml", "good.yaml", "-f", "json"]).out);
    expect(missing.errors).toMatchObject([{ file: "gone.yaml", code: "INPUT1001" }]);
    expect(missing.summary).toMatchObject({ files: 1, judged: 1 });
    if (process.getuid?.() === 0) return;
    mkdirSync(join(root, "locked"));
    chmodSync(join(root, "locked"), 0);
    expect(writ(root, ["check", "locked", "good.yaml"]).code).toBe(3);
  });

  it("is not broken by keys that every object has", () => {
    const pod = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  labels: { __proto__: x, constructor: y, toString: z }\n__proto__: { spec: 1 }\nspec: { containers: [] }\n`;
    const root = inputs({ "a.yaml": pod });
    const { code } = writ(root, ["check", "a.yaml"]);
    expect(code).toBe(0);
  });
});

describe("configuration", () => {
  it("is refused with its line when it is wrong", () => {
    const root = withPolicy({ "good.yaml": goodPod, "writ.config.ts": 'export default {\n  polices: ["x"],\n};\n' });
    const { code, err } = writ(root, ["check", "good.yaml"]);
    expect(code).toBe(2);
    expect(err).toContain("error[WRIT2002] unknown key `polices` in the configuration\n  writ.config.ts:2:3");
    expect(err).toContain("did you mean `policies`?");
  });
  it("is refused when it names policies or parameters that do not exist", () => {
    const root = withPolicy({ "good.yaml": goodPod });
    write(root, {
      "writ.config.ts": 'export default {\n  policies: ["policies"],\n  params: { "no-privilegd": { a: 1 } },\n};\n',
    });
    const params = writ(root, ["check", "good.yaml"]);
    expect(params.code).toBe(2);
    expect(params.err).toMatch(
      /WRIT2015\] there is no policy `no-privilegd`[\s\S]*writ\.config\.ts:3:13[\s\S]*did you mean `no-privileged`\?/,
    );
    // Policies that the command line names are other ones than the configuration is about.
    expect(writ(root, ["check", "good.yaml", "--policies", "policies"]).code).toBe(0);
    write(root, {
      "writ.config.ts": 'export default {\n  policies: ["policies"],\n  severity: { nope: "low" },\n};\n',
    });
    expect(writ(root, ["check", "good.yaml"]).err).toMatch(/WRIT2015\][\s\S]*writ\.config\.ts:3:15/);
    write(root, { "writ.config.ts": 'export default { policies: ["nothing/**"] };' });
    expect(writ(root, ["check", "good.yaml"]).err).toContain("`nothing/**` names no policy module");
  });
  it("may be broken TypeScript or throw, and says where", () => {
    const root = withPolicy({ "good.yaml": goodPod, "writ.config.ts": "export default {\n  policies: [\n" });
    const syntax = writ(root, ["check", "good.yaml"]);
    expect(syntax.code).toBe(2);
    expect(syntax.err).toMatch(/WRIT2001\][\s\S]*writ\.config\.ts:3:1/);
    write(root, { "writ.config.ts": 'throw new Error("not today");\nexport default {};' });
    expect(writ(root, ["check", "good.yaml"]).err).toContain("not today");
    expect(writ(root, ["check", "-c", "gone.ts"]).err).toContain("the configuration `gone.ts` does not exist");
  });
  it("is found above the working folder and gives its inputs from there", () => {
    const root = withPolicy({ "deploy/bad.yaml": badPod, "deploy/charts/bad.yaml": badPod, "deep/er/x.txt": "" });
    write(root, {
      "writ.config.ts": 'export default { policies: ["policies"], inputs: ["deploy"], exclude: ["**/charts/**"] };',
    });
    const report = reportOf(writ(join(root, "deep/er"), ["check", "-f", "json"]).out);
    expect(report.summary).toMatchObject({ files: 1, violations: 1 });
  });
});

describe("policies", () => {
  it("that do not compile are refused with code, span and help, in JSON as well", () => {
    const bad = privilegedPolicy.replace("container.securityContext?.privileged === true", "container.name");
    const root = withPolicy({ "good.yaml": goodPod, "policies/no-privileged/policy.ts": bad });
    const { code, err, out } = writ(root, ["check", "good.yaml", "-f", "json"]);
    expect(code).toBe(2);
    expect(err).toMatch(/error\[WRIT1\d{3}\][\s\S]*policies\/no-privileged\/policy\.ts:\d+:\d+[\s\S]*\^/);
    expect(reportOf(out).errors[0]).toMatchObject({ file: "policies/no-privileged/policy.ts" });
  });
  it("with syntax errors, without policies, or with a shared id are refused", () => {
    const root = withPolicy({ "good.yaml": goodPod, "policies/broken/policy.ts": "export const a = {{\n" });
    expect(writ(root, ["check", "good.yaml"]).err).toMatch(/WRIT2011\][\s\S]*policies\/broken\/policy\.ts:1:19/);
    write(root, { "policies/broken/policy.ts": "export const a = 1;\n" });
    expect(writ(root, ["check", "good.yaml"]).err).toContain("the module exports no policy");
    write(root, { "policies/broken/policy.ts": privilegedPolicy });
    const shared = writ(root, ["check", "good.yaml"]);
    expect(shared.code).toBe(2);
    expect(shared.err).toContain("two policies have the id `no-privileged`");
  });
  it("are judged anew when a file that they import changes", () => {
    const helper = "export const limit = (value: boolean | undefined): boolean => value === true;\n";
    const policy = `import { limit } from "../limit.js";\n${privilegedPolicy}`.replace(
      "container.securityContext?.privileged === true",
      "limit(container.securityContext?.privileged)",
    );
    const root = withPolicy({
      "bad.yaml": badPod,
      "policies/limit.ts": helper,
      "policies/no-privileged/policy.ts": policy,
    });
    expect(writ(root, ["check", "bad.yaml", "-e", "native"]).code).toBe(1);
    expect(writ(root, ["check", "bad.yaml", "-e", "native"]).code).toBe(1);
    write(root, { "policies/limit.ts": helper.replace("=== true", "=== undefined") });
    expect(writ(root, ["check", "bad.yaml", "-e", "native"]).code).toBe(0);
  });
});

describe("the cache", () => {
  it("survives damage", () => {
    const root = withPolicy({ "bad.yaml": badPod });
    const first = writ(root, ["check", "bad.yaml", "-f", "json"]).out;
    const cache = join(root, ".writ", "cache");
    for (const key of readdirSync(cache)) {
      for (const name of readdirSync(join(cache, key))) writeFileSync(join(cache, key, name), "damaged");
    }
    expect(writ(root, ["check", "bad.yaml", "-f", "json"]).out).toBe(first);
  });
  it("is not made with --no-cache", () => {
    const root = withPolicy({ "bad.yaml": badPod });
    expect(writ(root, ["check", "bad.yaml", "--no-cache", "-e", "native"]).code).toBe(1);
    expect(existsSync(join(root, ".writ"))).toBe(false);
    expect(existsSync(join(root, ".xdg"))).toBe(false);
  });
});

describe("a difference between the engines", () => {
  it("is exit code 3 with a reproducer, not a verdict", () => {
    const root = withPolicy({ "bad.yaml": badPod });
    writ(root, ["check", "bad.yaml"]);
    const cache = join(root, ".writ", "cache");
    // The cached TypeScript is exchanged under the record, as a bug in the compiler would make it differ from the WASM.
    const key = readdirSync(cache).find((name) => name.startsWith("set-")) ?? "";
    const bundle = join(cache, key, "bundle.cjs");
    const changed = readFileSync(bundle, "utf8").replace("privileged === true", "privileged === void 0");
    writeFileSync(bundle, changed);
    const record = JSON.parse(readFileSync(join(cache, key, "set.json"), "utf8")) as { bundle: string };
    record.bundle = hashOf(changed);
    writeFileSync(join(cache, key, "set.json"), JSON.stringify(record));
    const { code, out } = writ(root, ["check", "bad.yaml", "-f", "json"]);
    const report = reportOf(out);
    expect(code).toBe(3);
    expect(report.violations).toEqual([]);
    expect(report.errors).toMatchObject([{ code: "WRIT3002", file: "bad.yaml", line: 1 }]);
    expect(report.errors[0]?.["message"]).toContain('only WASM finds "container app is privileged"');
    const [saved = ""] = readdirSync(join(root, ".writ", "reproducers"));
    const reproducer = JSON.parse(readFileSync(join(root, ".writ", "reproducers", saved), "utf8")) as Record<
      string,
      unknown
    >;
    expect(reproducer).toMatchObject({
      policy: "no-privileged",
      request: { operation: "CREATE", namespace: { name: "default" }, object: { kind: "Pod" } },
      wasm: [{ message: "container app is privileged" }],
      native: [],
      versions: { node: process.version },
    });
  });
});
