import { severities as sdkSeverities } from "@writ/sdk";
import { describe, expect, it } from "vitest";
import { counts, isSeverity, severities } from "./severity.js";

describe("severity", () => {
  it("has the SDK's order", () => {
    expect(severities).toEqual(sdkSeverities);
  });
  it("counts from the threshold on", () => {
    expect(severities.filter((severity) => counts(severity, "medium"))).toEqual(["medium", "high", "critical"]);
    expect(severities.some((severity) => counts(severity, "none"))).toBe(false);
  });
  it("knows its members", () => {
    expect(isSeverity("high")).toBe(true);
    expect(isSeverity("HIGH")).toBe(false);
    expect(isSeverity(undefined)).toBe(false);
  });
});
