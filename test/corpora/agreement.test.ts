import { describe, expect, it } from "vitest";
import { compare, type RuleTable } from "./agreement.js";
import type { LabelledCase } from "./corpus.js";
import { readLibrary } from "./library.js";

const library = await readLibrary();

function pod(name: string, privileged: boolean, expect: LabelledCase["expect"]): LabelledCase {
  const containers = [{ name: "app", securityContext: { privileged } }];
  return { rule: "privileged", name, documents: [{ apiVersion: "v1", kind: "Pod", spec: { containers } }], expect };
}

function table(disagreements: Readonly<Record<string, string>>): RuleTable {
  return { same: { privileged: { policy: "no-privileged-containers", disagreements } }, other: {} };
}

describe("comparing labels with verdicts", () => {
  it("counts what agrees", () => {
    const cases = [pod("bad", true, "deny"), pod("good", false, "allow")];
    expect(compare(cases, table({}), library)).toEqual({
      compared: 2,
      agreed: 2,
      unplaced: [],
      unexplained: [],
      closed: [],
    });
  });

  it("shows a disagreement that nobody has explained, either way round", () => {
    const { agreed, unexplained } = compare([pod("one", true, "allow"), pod("two", false, "deny")], table({}), library);
    expect(agreed).toBe(0);
    expect(unexplained).toEqual([
      "privileged one: labelled allow, but we found spec.containers.0.securityContext.privileged: container app must not be privileged",
      "privileged two: labelled deny, but we found nothing",
    ]);
  });

  it("accepts an explained disagreement, and shows an explanation that nothing needs any more", () => {
    const cases = [pod("one", true, "allow"), pod("two", true, "deny")];
    const { unexplained, closed } = compare(cases, table({ one: "reason", two: "reason" }), library);
    expect(unexplained).toEqual([]);
    expect(closed).toEqual(["privileged two"]);
  });

  it("shows a rule without a place in the table, and a place without a rule", () => {
    const { unplaced, closed } = compare([{ ...pod("one", true, "deny"), rule: "new" }], table({}), library);
    expect(unplaced).toEqual(["new"]);
    expect(closed).toEqual(["privileged"]);
  });

  it("counts a malformed document as refused, whatever the rule is about", () => {
    const broken = { apiVersion: "v1", kind: "Pod", spec: { containers: "app" } };
    const about = (): boolean => false;
    const rules: RuleTable = { same: { privileged: { policy: "no-privileged-containers", about } }, other: {} };
    const cases: LabelledCase[] = [{ rule: "privileged", name: "broken", documents: [broken], expect: "deny" }];
    expect(compare(cases, rules, library).agreed).toBe(1);
  });
});
