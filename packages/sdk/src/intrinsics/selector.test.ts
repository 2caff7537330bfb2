import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { LabelSelector } from "../models/meta/v1.js";
import { hasLabels, matchesSelector } from "./selector.js";

interface Question {
  readonly selector: LabelSelector | null;
  readonly labels: Readonly<Record<string, string>>;
}
const rows = JSON.parse(readFileSync(new URL("fixtures/selectors.json", import.meta.url), "utf8")) as (readonly [
  Question,
  boolean | null,
])[];

describe("matchesSelector", () => {
  it("selects what k8s.io/apimachinery selects, and nothing where it refuses the selector", () => {
    const differing = rows.filter(
      ([{ selector, labels }, selects]) => matchesSelector(selector ?? undefined, labels) !== (selects ?? false),
    );
    expect(differing).toEqual([]);
    for (const answer of [true, false, null])
      expect(rows.filter((row) => row[1] === answer).length).toBeGreaterThan(100);
  });

  it("selects by absent labels as by none", () => {
    expect(matchesSelector({}, undefined)).toBe(true);
    expect(matchesSelector(undefined, undefined)).toBe(false);
    expect(matchesSelector({ matchLabels: { app: "web" } }, undefined)).toBe(false);
    expect(matchesSelector({ matchExpressions: [{ key: "app", operator: "DoesNotExist" }] }, undefined)).toBe(true);
  });

  it("does not take what every object has for a label", () => {
    expect(matchesSelector({ matchExpressions: [{ key: "constructor", operator: "Exists" }] }, {})).toBe(false);
    expect(matchesSelector({ matchExpressions: [{ key: "toString", operator: "DoesNotExist" }] }, {})).toBe(true);
  });
});

describe("hasLabels", () => {
  it.each([
    [{}, {}, true],
    [{ app: "web" }, {}, true],
    [{ app: "web", tier: "x" }, { app: "web" }, true],
    [{ app: "web" }, { app: "web", tier: "x" }, false],
    [{ app: "" }, { app: "" }, true],
    [{}, { app: "" }, false],
    [{}, { constructor: "x" }, false],
    [{ app: "web" }, { app: "Web" }, false],
  ])("finds in %j what %j wants: %s", (labels, wanted, has) => {
    expect(hasLabels(labels as never, wanted as never)).toBe(has);
  });

  it.each([undefined, null, 1, "app", ["app"]])("is false for %j", (value) => {
    expect(hasLabels(value as never, {})).toBe(false);
    expect(hasLabels({}, value as never)).toBe(false);
  });
});
