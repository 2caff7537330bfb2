import { describe, expect, it } from "vitest";
import { styleOf } from "../report/style.js";
import type { BuiltTarget, Outcome } from "./outcome.js";
import { policyTable } from "./table.js";
import type { Target } from "./target.js";

const built = (target: Target, refused: readonly string[] = [], notice?: string): BuiltTarget => ({
  ...{ target, files: {}, refused, problems: [], warnings: [] },
  ...(notice === undefined ? {} : { notice }),
});
const long = `long-${"x".repeat(58)}`;
const outcome: Outcome = {
  policies: ["a", long].map((id) => ({ id, severity: "low", file: `${id}.ts` })),
  targets: [
    built("opa"),
    built("wasm"),
    built("kyverno", [long]),
    built("kyverno-legacy", ["a"], "old"),
    built("vap", [long]),
  ],
};

describe("policyTable", () => {
  it.each([80, 100])("fits %i columns, and no name pushes a cell out of its column", (width) => {
    const lines = policyTable(outcome, styleOf(false, width)).trimEnd().split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    const columns = ["opa", "wasm", "kyverno ", "kyverno-legacy", "vap"].map((name) => (lines[0] ?? "").indexOf(name));
    const words = (line: string): readonly string[] =>
      columns.map((from, index) => line.slice(from, columns[index + 1]).trim());
    expect(words(lines[1] ?? "")).toEqual(["ok", "ok", "ok", "refused", "ok"]);
    expect(words(lines[2] ?? "")).toEqual(["ok", "ok", "refused", "notice", "refused"]);
    expect(lines[2]).toMatch(/^long-x+…/);
  });
  it("says the same in colour", () => {
    const plain = policyTable(outcome, styleOf(false, 100));
    const coloured = policyTable(outcome, styleOf(true, 100));
    expect(coloured.replace(/\u001b\[[\d;]*m/g, "")).toBe(plain);
    expect(coloured).not.toBe(plain);
  });
});
