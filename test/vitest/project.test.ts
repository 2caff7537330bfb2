import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectFiles } from "../../packages/cli/src/scaffold/files.js";
import { installedProject, typeCheck, vitest } from "./installed.js";

const minutes = 60_000;

const branches = `import { Service, kinds, policy } from "@writ/sdk";

function nameOfPort(port: { readonly name?: string; readonly port: number }): string {
  if (port.name === undefined) {
    return "without a name";
  }
  return port.name;
}

export const ports = policy({
  id: "ports",
  title: "Ports are not privileged",
  severity: "low",
  match: kinds(Service),
  check(service, { report }) {
    for (const port of service.spec?.ports ?? []) {
      if (port.port >= 1024) continue;
      report(port, \`port \${nameOfPort(port)} is privileged\`, ["port"]);
    }
  },
});
`;

const branchTest = `import { service } from "@writ/sdk/vitest";
import { expect, test } from "vitest";
import { ports } from "./policy.js";

test("a privileged port is denied", () => {
  expect(ports).toDeny(service(), { message: "port http is privileged", path: ["spec", "ports", 0, "port"] });
});
`;

interface FileCoverage {
  readonly statementMap: Readonly<Record<string, { readonly start: { readonly line: number } }>>;
  readonly s: Readonly<Record<string, number>>;
}

/** How often the statements of a file ran, by line. */
function runsByLine({ statementMap, s }: FileCoverage): Readonly<Record<number, number>> {
  return Object.fromEntries(Object.entries(statementMap).map(([key, { start }]) => [start.line, s[key] ?? 0]));
}

describe("Vitest in a project", () => {
  it(
    "runs what `writ init` makes, measures the coverage of policies, and checks the types",
    { timeout: 5 * minutes },
    () => {
      const folder = installedProject({
        ...projectFiles(),
        "policies/network/ports/policy.ts": branches,
        "policies/network/ports/policy.test.ts": branchTest,
        "policies/typings.ts": readFileSync(new URL("typings.ts", import.meta.url), "utf8"),
      });
      const ran = vitest(
        folder,
        "--coverage.enabled",
        "--coverage.reporter=json",
        "--coverage.include=policies/**/policy.ts",
      );
      expect(ran.output).toMatch(/Tests +3 passed/);
      expect(ran.code).toBe(0);

      const report = JSON.parse(readFileSync(join(folder, "coverage/coverage-final.json"), "utf8")) as Record<
        string,
        FileCoverage
      >;
      const of = (path: string) => runsByLine(report[join(folder, path)]!);
      // The three lines of the function beside those that no test comes to.
      const ports = of("policies/network/ports/policy.ts");
      expect(ports[4]).toBeGreaterThan(0);
      expect(ports[5]).toBe(0);
      expect(ports[7]).toBeGreaterThan(0);
      expect(ports[18]).toBeGreaterThan(0);
      const privileged = Object.values(of("policies/pod-security/no-privileged-containers/policy.ts"));
      expect(privileged.every((runs) => runs > 0)).toBe(true);

      expect(typeCheck(folder)).toEqual({ code: 0, output: "" });
    },
  );

  it("does what docs/testing.md says", { timeout: 5 * minutes }, () => {
    const text = readFileSync(new URL("../../docs/testing.md", import.meta.url), "utf8");
    const files = [...text.matchAll(/^```ts (\S+)\n(.*?)^```$/gms)].map(
      ([, name = "", code = ""]) => [name, code] as const,
    );
    expect(files.map(([name]) => name)).toContain("frozen-team.test.ts");
    const policy = readFileSync(new URL("../../docs/readme/no-mutable-tags.ts", import.meta.url), "utf8");
    const { "package.json": manifest, "tsconfig.json": options } = projectFiles();
    const folder = installedProject({
      "package.json": manifest!,
      "tsconfig.json": options!.replace('"include": [', '"include": [".",'),
      "no-mutable-tags.ts": policy,
      ...Object.fromEntries(files),
    });
    const { output } = vitest(folder);
    expect(output).toMatch(/Tests +1 failed \| 2 passed/);
    const [, shown = ""] = /^```text\n(.*?)^```$/ms.exec(text) ?? [];
    expect(shown).toContain("read  spec.containers[0].image");
    expect(output).toContain(shown);
    expect(typeCheck(folder)).toEqual({ code: 0, output: "" });
  });

  it("takes the matchers from a set-up file, with the globals of Vitest", { timeout: 5 * minutes }, () => {
    const files: Readonly<Record<string, string>> = projectFiles();
    const folder = installedProject({
      "package.json": files["package.json"]!,
      "tsconfig.json": `{ "compilerOptions": { "target": "ES2023", "module": "NodeNext", "strict": true, "noEmit": true, "skipLibCheck": true, "types": ["vitest/globals"] }, "include": ["."] }`,
      "vitest.config.ts": `import { defineConfig } from "vitest/config";
export default defineConfig({ test: { globals: true, setupFiles: ["@writ/sdk/vitest"] } });
`,
      "setup.d.ts": `import "@writ/sdk/vitest";\n`,
      "ports/policy.ts": branches,
      "ports/policy.test.ts": `import { service, yaml, fromFile } from "@writ/sdk/vitest";
import { ports } from "./policy.js";

test("passes", () => {
  expect(ports).toAllow(fromFile("../service.yaml"));
  expect(ports).toAllow(fromFile(new URL("../service.yaml", import.meta.url), { kind: "Service" }));
});
test("fails", () => {
  expect(ports).toAllow(service());
});
test("fails for a kind that it does not judge", () => {
  expect(ports).not.toDeny(yaml\`{ apiVersion: v1, kind: Endpoints, metadata: { name: a } }\`);
});
test("fails for a wrong type", () => {
  expect(ports).toAllow(service({ spec: { ports: "http" as never } }));
});
`,
      "service.yaml": "apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: [{ port: 0o2000 }] }\n",
    });
    const { code, output } = vitest(folder);
    expect(code).toBe(1);
    expect(output).toMatch(/Tests +3 failed \| 1 passed/);
    expect(output).toContain("Error: ports denies Service shop/web, and should allow it");
    expect(output).toContain("rule  ports/policy.ts:17:11");
    expect(output).toContain("ports/policy.test.ts:9:17");
    expect(output).toContain("Error: ports does not judge v1 Endpoints");
    expect(output).toContain("✗ spec.ports must be a list");
    expect(typeCheck(folder)).toEqual({ code: 0, output: "" });
  });
});
