import { describe, expect, it } from "vitest";
import { type BuiltTarget, type Warning, warningsOf } from "./outcome.js";
import type { Target } from "./target.js";

const warning = (policy: string, what: string): Warning => ({
  policy,
  what,
  place: { code: "WRIT5009", file: `/p/${policy}.ts`, line: 3, column: 14 },
});
const built = (target: Target, ...warnings: readonly Warning[]): BuiltTarget => ({
  ...{ target, files: {}, refused: [], problems: [] },
  warnings,
});

describe("the warnings of a build", () => {
  it("name all targets that have one at the same place of a policy", () => {
    const targets = [
      built("kyverno", warning("a", "it costs 7"), warning("b", "it costs 1")),
      built("vap", warning("a", "it costs 6")),
    ];
    expect(warningsOf({ policies: [], targets })).toEqual([
      { code: "WRIT5009", file: "/p/a.ts", line: 3, column: 14, message: "`a` for kyverno, vap: it costs 7" },
      { code: "WRIT5009", file: "/p/b.ts", line: 3, column: 14, message: "`b` for kyverno: it costs 1" },
    ]);
  });
});
