import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { badPod, project, withPolicy, writ, write } from "./project.js";

describe("the command line", () => {
  const root = project({});
  it("explains itself", () => {
    const { code, out } = writ(root, ["--help"]);
    expect(code).toBe(0);
    expect(out).toContain("judge manifests: files, folders, globs, or - for standard input");
    expect(writ(root, ["help", "check"]).out).toContain("--fail-on");
    expect(writ(root, ["--version"]).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
  it.each([
    [["chekc"], "Did you mean check?"],
    [["check", "--egnine", "wasm"], "Did you mean --engine?"],
    [["check", "--engine", "wsam"], "Allowed choices are both, wasm, native"],
    [["explain"], "missing required argument 'subject'"],
    [["build", "--target", "opaa"], "did you mean `opa`?"],
    [["explain", "WRIT1299"], "did you mean"],
  ])("answers %j with a hint and exit code 2", (args, hint) => {
    const { code, err } = writ(root, args);
    expect(err).toContain(hint);
    expect(code).toBe(2);
  });
  it("shows its help when nothing is asked", () => {
    const { code, err } = writ(root, []);
    expect(code).toBe(2);
    expect(err).toContain("Usage: writ");
  });
});

describe("writ init", () => {
  it("makes a project that works at once, and overwrites nothing", () => {
    const root = project({ "package.json": "{}", "bad.yaml": badPod });
    const { code, out } = writ(root, ["init"]);
    expect(code).toBe(0);
    expect(out).toMatch(/kept +package\.json/);
    expect(readFileSync(join(root, "package.json"), "utf8")).toBe("{}");
    expect(writ(root, ["init"]).out).not.toContain("created");
    const tested = writ(root, ["test"]);
    expect(tested.out).toContain("2 cases passed (TypeScript, interpreter, OPA WASM)");
    expect(tested.code).toBe(0);
    expect(writ(root, ["check"]).code).toBe(1);
  });
});

describe("writ test", () => {
  const cases = (violation: string): Record<string, string> => ({
    "policies/no-privileged/cases/deny.yaml": `expect: deny\nviolations:\n  - ${violation}\nresource:\n${badPod.replace(/^/gm, "  ")}`,
  });
  const right = '{ path: [spec, containers, 0, securityContext, privileged], message: "container app is privileged" }';
  it("passes when every engine gives what is expected", () => {
    const root = withPolicy(cases(right));
    const { code, out } = writ(root, ["test", "-f", "json"]);
    expect(code).toBe(0);
    const report = JSON.parse(out) as { summary: unknown; policies: { cases: { found: object }[] }[] };
    expect(report.summary).toEqual({ policies: 1, cases: 1, failed: 0, unusable: 0, withoutCases: 0 });
    expect(Object.keys(report.policies[0]?.cases[0]?.found ?? {})).toEqual(["native", "interpreter", "wasm"]);
  });
  it("shows what was expected and what was found", () => {
    const root = withPolicy(cases(right.replace("0, sec", "1, sec")));
    const { code, out } = writ(root, ["test"]);
    expect(code).toBe(1);
    expect(out).toContain("- expected  [spec, containers, 1, securityContext, privileged] container app is privileged");
    expect(out).toContain("+ found     [spec, containers, 0, securityContext, privileged] container app is privileged");
    expect(out).toContain("TypeScript, interpreter, OPA WASM:");
  });
  it("refuses case files with a mistake, and a resource that the policy never sees", () => {
    const root = withPolicy({ "policies/no-privileged/cases/a.yaml": "expct: allow\nresource: { kind: Pod }\n" });
    const typing = writ(root, ["test"]);
    expect(typing.code).toBe(2);
    expect(typing.err).toContain("did you mean `expect`?");
    write(root, {
      "policies/no-privileged/cases/a.yaml": "expect: allow\nresource: { apiVersion: v1, kind: Service }\n",
    });
    const unseen = writ(root, ["test"]);
    expect(unseen.code).toBe(1);
    expect(unseen.out).toContain("the policy does not match v1/Service");
  });
  it("tells policies without cases and ids that do not exist", () => {
    const root = withPolicy();
    const { code, out } = writ(root, ["test"]);
    expect(out).toContain("no cases");
    expect(code).toBe(4);
    const unknown = writ(root, ["test", "no-privilegd"]);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain("did you mean `no-privileged`?");
  });
});

describe("writ build", () => {
  it("writes the same bytes twice, and nothing when a policy is wrong", () => {
    const root = withPolicy();
    const { code, out } = writ(root, ["build"]);
    expect(code).toBe(0);
    expect(out).toContain("dist/opa.tar.gz");
    const read = (): Buffer[] =>
      ["opa.tar.gz", "wasm/policy.wasm", "wasm/manifest.json"].map((name) => readFileSync(join(root, "dist", name)));
    const first = read();
    expect(writ(root, ["build", "--no-cache"]).code).toBe(0);
    expect(read().map((bytes, index) => bytes.equals(first[index] ?? Buffer.alloc(0)))).toEqual([true, true, true]);
    write(root, { "policies/no-privileged/policy.ts": "export const a = {{" });
    expect(writ(root, ["build", "--out", "other"]).code).toBe(2);
    expect(existsSync(join(root, "other"))).toBe(false);
  });
  it("removes what an earlier build wrote and leaves other files alone", () => {
    const root = withPolicy();
    writ(root, ["build"]);
    write(root, { "dist/mine.txt": "" });
    expect(writ(root, ["build", "--target", "wasm"]).code).toBe(0);
    expect(existsSync(join(root, "dist/opa.tar.gz"))).toBe(false);
    expect(existsSync(join(root, "dist/mine.txt"))).toBe(true);
  });
});

describe("writ build for a cluster", () => {
  it("writes an object for each policy, and refuses what a target would say more weakly", () => {
    const root = withPolicy();
    expect(writ(root, ["build", "--target", "vap,kyverno", "--enforce", "deny"]).code).toBe(0);
    const policy = readFileSync(join(root, "dist/vap/no-privileged.yaml"), "utf8");
    expect(policy).toContain("kind: ValidatingAdmissionPolicyBinding");
    expect(policy).toContain("- Deny");
    write(root, {
      "policies/keep/policy.ts": `import { kinds, PersistentVolumeClaim, policy } from "@writ/sdk";
export const keep = policy({
  id: "keep",
  title: "Claims are not connected to",
  severity: "low",
  match: kinds(PersistentVolumeClaim),
  deny: (_claim, { operation }) => operation === "CONNECT",
  message: "nobody connects to a claim",
});
`,
    });
    const { code, err } = writ(root, ["build", "--target", "vap", "--out", "other"]);
    expect(code).toBe(2);
    expect(err).toMatch(
      /WRIT5004\] `keep` cannot be written for vap[\s\S]*policies\/keep\/policy\.ts:7:50[\s\S]*opa, wasm/,
    );
    expect(existsSync(join(root, "other"))).toBe(false);
  });
});

describe("writ explain", () => {
  it("explains codes of every package, and policies", () => {
    const root = withPolicy();
    for (const code of ["WRIT1202", "writ3002", "INPUT2004", "CRD1001"])
      expect(writ(root, ["explain", code]).code).toBe(0);
    const { out } = writ(root, ["explain", "no-privileged"]);
    expect(out).toContain("Containers must not run privileged");
    expect(out).toContain("apps/v1 Deployment");
    expect(out).toContain("policies/no-privileged/policy.ts");
  });
});

describe("writ types", () => {
  const crd = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Widget, plural: widgets }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec: { type: object, required: [size], properties: { size: { type: integer } } }
`;
  it("makes models that a policy can use", () => {
    const root = project({ "crd.yaml": crd });
    const { code, out } = writ(root, ["types", "crd.yaml"]);
    expect(out).toContain("wrote  models/example.com/v1.ts");
    expect(code).toBe(0);
    expect(readFileSync(join(root, "models/example.com/v1.ts"), "utf8")).toContain("export interface Widget");
  });
  it("says when there is nothing to make", () => {
    const root = project({ "pod.yaml": badPod });
    expect(writ(root, ["types", "pod.yaml"]).code).toBe(4);
    expect(writ(root, ["types", "gone.yaml"]).code).toBe(3);
  });
});
