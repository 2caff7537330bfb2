import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { PolicyRule } from "../models/rbac/v1.js";
import { resourceCovers, ruleCovers, urlCovers, type ResourceAccess, type UrlAccess } from "./rbac.js";

interface Question {
  readonly rule: PolicyRule;
  readonly access: ResourceAccess | UrlAccess;
}
const rows = JSON.parse(readFileSync(new URL("fixtures/rules.json", import.meta.url), "utf8")) as (readonly [
  Question,
  boolean,
])[];

describe("ruleCovers", () => {
  it("covers what the RBAC authorizer covers", () => {
    expect(rows.filter(([{ rule, access }, covered]) => ruleCovers(rule, access) !== covered)).toEqual([]);
    for (const answer of [true, false]) expect(rows.filter((row) => row[1] === answer).length).toBeGreaterThan(200);
  });

  it("covers no request without a name by a rule with names", () => {
    const rule = { verbs: ["get"], apiGroups: [""], resources: ["secrets"], resourceNames: ["a"] };
    const access = { verb: "get", apiGroup: "", resource: "secrets" };
    expect(ruleCovers(rule, access)).toBe(false);
    expect(ruleCovers(rule, { ...access, resourceName: "a" })).toBe(true);
    expect(ruleCovers({ ...rule, resourceNames: [] }, access)).toBe(true);
  });

  it("covers a star only by a star", () => {
    const access = { verb: "*", apiGroup: "*", resource: "*" };
    expect(ruleCovers({ verbs: ["*"], apiGroups: ["*"], resources: ["*"] }, access)).toBe(true);
    expect(ruleCovers({ verbs: ["get", "list"], apiGroups: ["*"], resources: ["*"] }, access)).toBe(false);
  });

  it.each([
    ["pods", "pods/exec", false],
    ["pods/*", "pods/exec", false],
    ["*/exec", "pods/exec", true],
    ["*/exec", "exec", false],
    ["*", "pods/exec", true],
    ["*/*", "pods/exec", false],
    ["*/", "pods/", false],
  ])("%s covers %s: %s", (rule, resource, covered) => {
    expect(resourceCovers(rule, resource)).toBe(covered);
  });

  it.each([undefined, null, 1, {}, ["*"]])("covers nothing with %j", (value) => {
    expect(resourceCovers(value as never, "pods")).toBe(false);
    expect(resourceCovers("*", value as never)).toBe(false);
    expect(urlCovers(value as never, "/")).toBe(false);
    expect(urlCovers("*", value as never)).toBe(false);
  });
});
