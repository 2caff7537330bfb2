import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requestsFor } from "@writ/prove";
import { agree, openWorkbench } from "../harness/workbench.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const files = readdirSync(`${root}policies`, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("policy.ts") && !path.includes("node_modules"))
  .sort()
  .map((path) => `${root}policies/${path}`);

const { policies, diagnostics } = await openWorkbench(root, files);

/** Documents a policy; WRIT_RUNS asks for more. */
const runs = Number(process.env["WRIT_RUNS"] ?? 10_000);

describe("native = interpreter = WASM, on random documents", () => {
  it("holds for every policy of the library", () => {
    expect(diagnostics).toEqual([]);
    expect(policies.length).toBe(files.length);
  });

  it.each(policies.map((bench) => [bench.compiled.id, bench] as const))("%s", { timeout: 600_000 }, (_, bench) => {
    let denied = 0;
    let malformed = 0;
    fc.assert(
      fc.property(requestsFor(bench.compiled), (request) => {
        const verdicts = bench.judge(request);
        if (!agree(verdicts)) throw new Error(JSON.stringify(verdicts, undefined, 1));
        if (verdicts.native.length > 0) denied += 1;
        if (
          typeof verdicts.native !== "string" &&
          verdicts.native.some(({ message }) => message.includes(" must be a"))
        )
          malformed += 1;
      }),
      { numRuns: runs, seed: 20_260, endOnFailure: false },
    );
    // A generator that hits one side only would prove little.
    expect(denied - malformed).toBeGreaterThan(runs / 200);
    expect(runs - denied).toBeGreaterThan(runs / 200);
  });
});
