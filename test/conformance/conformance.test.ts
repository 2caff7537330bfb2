import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requestsFor } from "@writ/prove";
import { agree, openWorkbench, type Verdicts } from "../harness/workbench.js";
import type { Case } from "./case.js";

const root = fileURLToPath(new URL("./", import.meta.url));
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const files = folders.map((folder) => `${root}${folder}/policy.ts`);
const { policies, diagnostics } = await openWorkbench(root, files);

/** Random requests a policy; WRIT_RUNS asks for more. */
const runs = Number(process.env["WRIT_RUNS"] ?? 200);

function shown(verdict: Verdicts["native"]): readonly string[] | string {
  if (typeof verdict === "string") return verdict;
  return verdict.map(({ path, message }) => `${path.length === 0 ? "." : path.join("/")} ${message}`);
}

describe("every construct means the same in every engine", () => {
  it("compiles every policy", () => {
    expect(diagnostics).toEqual([]);
    expect(policies.length).toBe(folders.length);
  });

  describe.each(policies.map((bench) => [bench.compiled.file.replace("/policy.ts", ""), bench] as const))(
    "%s",
    (folder, bench) => {
      it("gives what is written down", async () => {
        const { cases } = (await import(`${root}${folder}/cases.ts`)) as { readonly cases: readonly Case[] };
        const verdicts = cases.map(({ name, request }) => ({ name, verdict: bench.judge(request) }));
        const expected = Object.fromEntries(cases.map((of) => [of.name, [...of.expected].sort()]));
        for (const engine of ["native", "interpreter", "wasm"] as const) {
          const found = verdicts.map(({ name, verdict }) => [name, shown(verdict[engine])] as const);
          const sorted = found.map(([name, of]) => [name, typeof of === "string" ? of : [...of].sort()] as const);
          expect({ engine, found: Object.fromEntries(sorted) }).toEqual({ engine, found: expected });
        }
        expect(cases.some((of) => of.expected.length > 0)).toBe(true);
        expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
      });

      it("agrees on random requests", () => {
        const property = fc.property(requestsFor(bench.compiled), (request) => {
          const verdicts = bench.judge(request);
          if (!agree(verdicts)) throw new Error(JSON.stringify(verdicts, undefined, 1));
        });
        fc.assert(property, { numRuns: runs, seed: 4_711 });
      });
    },
  );
});
