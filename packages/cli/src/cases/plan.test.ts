import { describe, expect, it } from "vitest";
import type { Case } from "./case.js";
import { planRounds } from "./plan.js";

function planned(policy: string, name: string, params: Case["params"] = {}): { policy: string; case: Case } {
  const labelled: Case = {
    file: `/${name}`,
    name,
    expected: [],
    params,
    operation: "CREATE",
    resource: {},
    namespace: "default",
  };
  return { policy, case: labelled };
}

describe("planRounds", () => {
  it("compiles the same parameters once, and different policies together", () => {
    const rounds = planRounds([
      planned("a", "1"),
      planned("a", "2", { x: 1, y: 2 }),
      planned("b", "3", { z: 1 }),
      planned("a", "4", { y: 2, x: 1 }),
      planned("c", "5"),
    ]);
    expect(
      rounds.map(({ policies, params, cases }) => ({ policies, params, names: cases.map((one) => one.case.name) })),
    ).toEqual([
      { policies: ["a", "b", "c"], params: { a: {}, b: { z: 1 }, c: {} }, names: ["1", "3", "5"] },
      { policies: ["a"], params: { a: { x: 1, y: 2 } }, names: ["2", "4"] },
    ]);
  });
  it("plans nothing for no cases", () => {
    expect(planRounds([])).toEqual([]);
  });
});
