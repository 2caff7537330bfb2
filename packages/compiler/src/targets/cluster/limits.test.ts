import { describe, expect, it } from "vitest";
import { brokenLimit } from "./limits.js";
import type { KubernetesObject } from "./product.js";

function named(name: string, rest: Readonly<Record<string, unknown>> = {}): KubernetesObject {
  return { apiVersion: "v1", kind: "ConfigMap", metadata: { name }, ...rest };
}

describe("brokenLimit", () => {
  it("takes what is just small enough", () => {
    expect(brokenLimit(named("a".repeat(63)), { name: 63 })).toBeUndefined();
    expect(brokenLimit(named("p.deny-1"), { name: 63 })).toBeUndefined();
    const fitting = { ...named("a").metadata, annotations: { k: "v".repeat(256 * 1024 - 1) } };
    expect(brokenLimit({ ...named("a"), metadata: fitting }, { name: 63 })).toBeUndefined();
    const expression = { validations: [{ expression: "😀".repeat(100_000) }] };
    expect(brokenLimit(named("a", { spec: expression }), { name: 63 })).toBeUndefined();
  });
  it.each([
    [named("a".repeat(64)), `the name \`${"a".repeat(64)}\` has 64 characters, and 63 may be`],
    [named("a..b"), "`a..b` is no name that Kubernetes takes"],
    [named("a-.b"), "`a-.b` is no name that Kubernetes takes"],
    [
      { ...named("a"), metadata: { name: "a", annotations: { k: "é".repeat(131_072) } } },
      "its annotations take 262145 bytes, and 262144 may be",
    ],
    [
      named("a", { spec: { variables: [{ name: "v", expression: "x".repeat(100_001) }] } }),
      "an expression has 100001 characters, and 100000 may be",
    ],
    [
      named("a", { spec: { validations: [{ messageExpression: "x".repeat(100_001) }] } }),
      "an expression has 100001 characters, and 100000 may be",
    ],
  ])("tells which limit is broken (%#)", (object, message) => {
    expect(brokenLimit(object, { name: 63 })).toBe(message);
  });
  it("counts the object as a whole", () => {
    const parts = Array.from({ length: 20 }, () => ({ expression: "x".repeat(90_000) }));
    expect(brokenLimit(named("a", { spec: { variables: parts } }), { name: 63 })).toMatch(
      /^the object takes 18\d{5} bytes, and 1500000 may be$/,
    );
  });
});
