import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withPolicy, writ } from "./project.js";

const allowed = `expect: allow
resource:
  apiVersion: v1
  kind: Pod
  metadata: { name: web }
  spec: { containers: [{ name: app }] }
`;

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
      policies: [{ id: "no-privileged", inputs: { labelled: 1 }, differences: [], mutants: { survived: [] } }],
    });
    const again = writ(root, ["prove", "--inputs", "100", "--format", "json", "--certificate", "out/proof.json"]);
    expect(again.out).toBe(certificate);
    expect(readFileSync(join(root, "out", "proof.json"), "utf8")).toBe(certificate);
    expect(writ(root, ["prove", "--inputs", "100", "--seed", "2", "--format", "json"]).out).not.toBe(certificate);
  }, 120_000);

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
