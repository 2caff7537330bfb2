import { readFileSync, readdirSync } from "node:fs";
import { delimiter, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { blindKyverno, blindOpa, program, withPrograms } from "./engines.js";
import { withPolicy, writ } from "./project.js";

const allowed = `expect: allow
resource:
  apiVersion: v1
  kind: Pod
  metadata: { name: web }
  spec: { containers: [{ name: app }] }
`;

const few = ["prove", "--inputs", "20"];

describe("writ prove", () => {
  it("shows that the engines agree, and writes the same certificate each time", () => {
    const root = withPolicy({ "policies/no-privileged/cases/plain.yaml": allowed });
    const ran = writ(root, ["prove", "--inputs", "100"]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toMatch(/^✓ no-privileged {2}\d+ inputs · agree · branches 2\/2 · mutants 7\/7$/m);
    expect(ran.out).toContain("1 policy means the same in TypeScript");
    const certificate = readFileSync(join(root, ".writ", "proof.json"), "utf8");
    expect(JSON.parse(certificate)).toMatchObject({
      seed: 1,
      agreed: true,
      policies: [{ id: "no-privileged", inputs: { labelled: 1 }, mutants: { survived: [] } }],
    });
    const again = writ(root, ["prove", "--inputs", "100", "--format", "json", "--certificate", "out/proof.json"]);
    expect(again.out).toBe(certificate);
    expect(readFileSync(join(root, "out", "proof.json"), "utf8")).toBe(certificate);
    expect(writ(root, ["prove", "--inputs", "100", "--seed", "2", "--format", "json"]).out).not.toBe(certificate);
  }, 300_000);

  it("refuses a case that shows nothing, and an id that nobody has", () => {
    const service = "expect: allow\nresource: { apiVersion: v1, kind: Service, metadata: { name: a } }\n";
    const root = withPolicy({ "policies/no-privileged/cases/odd.yaml": service });
    const odd = writ(root, ["prove"]);
    expect(odd.code).toBe(2);
    expect(odd.err).toContain("the policy `no-privileged` does not match v1/Service");
    const unknown = writ(root, ["prove", "no-priviledged"]);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain("did you mean `no-privileged`?");
  });
});

/** Compiled once for the tests that leave nothing behind which another one reads. */
const shared: { root?: string } = {};
const sharedRoot = (): string => (shared.root ??= withPolicy());

/** What was printed, as if the terminal were wide enough for each sentence. */
const onOneLine = (text: string): string => text.replace(/\s+/g, " ");

describe("the engines of writ prove", () => {
  it("are named with their versions, or as not found", () => {
    const root = sharedRoot();
    const env = { PATH: "/nowhere" };
    const ran = writ(root, few, { env });
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/^wasm {4}(\d+) verdicts of \1 inputs agree/m);
    for (const name of ["opa", "kyverno", "apiserver-new", "apiserver-old"])
      expect(ran.out).toMatch(new RegExp(`^not found: ${name}, looked for `, "m"));
    const { notFound } = JSON.parse(readFileSync(join(root, ".writ", "proof.json"), "utf8")) as { notFound: unknown[] };
    expect(notFound).toHaveLength(4);
    expect(writ(root, [...few, "--engine", "none"], { env }).out).not.toContain("not found");

    const demanded = writ(root, [...few, "--engine", "kyverno"], { env });
    expect(demanded.code).toBe(2);
    expect(onOneLine(demanded.err)).toContain("error[WRIT3020] the engine `kyverno` is not there");
    const misspelt = writ(root, [...few, "--engine", "kyvrno"], { env });
    expect(misspelt.err).toContain("did you mean `kyverno`?");
    const path = writ(root, [...few, "--engine", "opa=./bin/opa"], { env });
    expect([path.code, path.err]).toEqual([2, expect.stringContaining("./bin/opa is no")]);
  }, 300_000);

  it("are found when one says something else, with the smallest request, a reproducer and a code", () => {
    const root = withPolicy({ "policies/no-privileged/cases/plain.yaml": allowed });
    const env = withPrograms(root, { opa: blindOpa, kyverno: blindKyverno });
    const ran = writ(root, few, { env });
    expect(ran.code).toBe(3);
    expect(ran.out).toContain("✗ no-privileged");
    expect(ran.out).toContain("opa differs on the smallest request that shows it");
    expect(ran.out).toContain("kyverno-legacy differs on the smallest request that shows it");
    expect(ran.out).toMatch(/^1 of 1 policy not shown to mean the same in .*opa 1\.99\.0, kyverno 1\.99\.0$/m);
    expect(onOneLine(ran.err)).toContain(
      "error[WRIT3022] the policy `no-privileged` means another thing in `opa`: allowed",
    );
    const folder = join(root, ".writ", "reproducers");
    const saved = readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, unknown>);
    expect(saved.map(({ witness }) => witness).sort()).toEqual(["kyverno", "kyverno-legacy", "opa"]);
    const ofOpa = saved.find(({ engine }) => engine === "opa 1.99.0");
    expect(ofOpa).toMatchObject({ policy: "no-privileged", found: [], expected: [{}] });
    expect(JSON.stringify(ofOpa?.["request"]).length).toBeLessThan(200);
    const certificate = readFileSync(join(root, ".writ", "proof.json"), "utf8");
    expect(JSON.parse(certificate)).toMatchObject({ agreed: false });
    expect(writ(root, [...few, "--format", "json"], { env }).out).toBe(certificate);
    // The same policy, and no engine but writ's own.
    expect(writ(root, [...few, "--engine", "none"], { env }).code).toBe(0);
  }, 300_000);

  it.each([
    ["ends without a verdict", program("1.99.0", 'console.error("out of memory"); process.exit(2);'), "out of memory"],
    ["hangs", program("1.99.0", "setInterval(() => undefined, 1000);"), "it did not end within 2 s"],
    ["answers something else", program("1.99.0", 'console.log("{}");'), "gave no verdict"],
    ["leaves inputs out", blindOpa.replace("[index, []]", "[index + 1, []]"), "gave no verdict"],
  ])(
    "are no agreement when one %s",
    (_, opa, reason) => {
      const root = sharedRoot();
      const ran = writ(root, [...few, "--engine-timeout", "2"], { env: withPrograms(root, { opa }) });
      expect(ran.code).toBe(3);
      expect(onOneLine(ran.err)).toContain("error[WRIT3021] `opa` gave no verdict on the policy `no-privileged`: ");
      expect(onOneLine(ran.err)).toContain(reason);
      expect(ran.out).toMatch(/^✗ no-privileged .* (?:not all judged|differ)/m);
      expect(ran.out).not.toContain("means the same");
    },
    120_000,
  );

  it.each([
    ["ends without a report", program("v1.99.0", "process.exit(1);"), "without a report"],
    ["hangs", program("v1.99.0", "setInterval(() => undefined, 1000);"), "it did not end within 2 s"],
  ])(
    "are no agreement when the Kyverno CLI %s",
    (_, kyverno, reason) => {
      const root = sharedRoot();
      const env = withPrograms(root, { kyverno });
      const ran = writ(root, [...few, "--engine", "kyverno", "--engine-timeout", "2"], { env });
      expect(ran.code).toBe(3);
      expect(onOneLine(ran.err)).toContain("error[WRIT3021] `kyverno` gave no verdict");
      expect(onOneLine(ran.err)).toContain("error[WRIT3021] `kyverno-legacy` gave no verdict");
      expect(onOneLine(ran.err)).toContain(reason);
    },
    120_000,
  );

  it("are broken, not absent, when one cannot say its version", () => {
    const root = sharedRoot();
    const env = withPrograms(root, { kyverno: 'console.error("bad configuration"); process.exit(1);' });
    const ran = writ(root, few, { env });
    expect([ran.code, onOneLine(ran.err)]).toEqual([
      3,
      expect.stringContaining("does not say its version: bad configuration"),
    ]);
  });

  it("may be a validator that somebody names, known by its content without a record of its build", () => {
    const root = sharedRoot();
    const script = `require("readline").createInterface({ input: process.stdin }).on("line", (line) =>
      console.log(JSON.stringify("policy" in JSON.parse(line) ? { policy: "p", errors: [] } : { outcome: "allow", matched: true })));`;
    const [folder = ""] = withPrograms(root, { validator: script })["PATH"]?.split(delimiter) ?? [];
    const ran = writ(root, [...few, "--engine", `apiserver-new=${relative(root, join(folder, "validator"))}`]);
    expect(ran.code).toBe(3);
    expect(ran.out).toMatch(/apiserver-new sha256:[0-9a-f]{64}$/m);
    expect(ran.out).toContain("vap-new differs on the smallest request that shows it");
  }, 300_000);
});
