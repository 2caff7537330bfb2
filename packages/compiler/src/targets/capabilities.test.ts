import { describe, expect, it } from "vitest";
import { baseline, knownVersions, lacking, type CelFeature, type HostVersion } from "./capabilities.js";

const supports = (host: HostVersion, feature: CelFeature): boolean => lacking(host, feature) === undefined;

describe("the features of a host", () => {
  it("come one minor after the API server's own code has them, so that a policy survives a rollback", () => {
    // semver came with Kubernetes 1.33.
    expect(supports({ name: "vap", version: "1.33" }, "semver")).toBe(false);
    expect(supports({ name: "vap", version: "1.34" }, "semver")).toBe(true);
  });

  it("come with the API server's code that Kyverno is built with", () => {
    // Kyverno 1.15 is built with 1.33.
    expect(supports({ name: "kyverno-legacy", version: "1.14" }, "semver")).toBe(false);
    expect(supports({ name: "kyverno-legacy", version: "1.15" }, "semver")).toBe(true);
  });

  it("say since when, where there is none", () => {
    expect(lacking(baseline("vap"), "lists")).toBe("needs Kubernetes 1.35, and 1.30 is asked for");
    expect(lacking(baseline("kyverno"), "lists")).toBeUndefined();
  });

  it("are never lost in a later version", () => {
    for (const name of ["vap", "kyverno", "kyverno-legacy"] as const) {
      const counts = knownVersions(name).map(
        (version) =>
          (["sets", "ip", "namedFormats", "twoVariables", "semver", "lists"] as const).filter((feature) =>
            supports({ name, version }, feature),
          ).length,
      );
      expect(counts).toEqual([...counts].sort((a, b) => a - b));
    }
  });

  it("are those of the oldest version where a version is not known", () => {
    expect(supports({ name: "vap", version: "1.29" }, "ip")).toBe(false);
  });
});
