import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "@writ/compiler";
import { explainRules, interpreter, shapeGuard } from "@writ/compiler/ir";
import { requestsFor } from "@writ/prove";
import { cleanMessage, isBeingDeleted, sortViolations } from "@writ/sdk/runtime";
import { readModules } from "../harness/workbench.js";

const root = fileURLToPath(new URL("../conformance/", import.meta.url));
const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const modules = await readModules(folders.map(({ name }) => `${root}${name}/policy.ts`).sort());
const { policies } = compile({ root, modules, params: {} });

describe("what is said to be reported is what is reported", () => {
  it.each(policies.map((policy) => [policy.id, policy] as const))("%s", (id, policy) => {
    const judge = interpreter(policy);
    const guard = shapeGuard(policy.ir.shapes);
    const property = fc.property(requestsFor(policy), (request) => {
      fc.pre(policy.operations.includes(request.operation) && !isBeingDeleted(request.object));
      fc.pre(guard(request) === undefined);
      const found = explainRules(policy, request).flatMap(({ outcome }) =>
        outcome.kind === "reports" ? [outcome.finding] : [],
      );
      const violations = found.map(({ path, message }) => ({ path, message: cleanMessage(message, id) }));
      expect(sortViolations(violations)).toEqual(judge(request));
    });
    fc.assert(property, { numRuns: 50, seed: 4_711 });
  });
});
