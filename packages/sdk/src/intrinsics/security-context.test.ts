import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Container, PodSpec, SecurityContext } from "../models/core/v1.js";
import { effectiveSecurityContext } from "./security-context.js";

interface Question {
  readonly pod: PodSpec;
  readonly container: Container;
}
const rows = JSON.parse(
  readFileSync(new URL("fixtures/security-contexts.json", import.meta.url), "utf8"),
) as (readonly [Question, SecurityContext])[];

describe("effectiveSecurityContext", () => {
  it("merges as DetermineEffectiveSecurityContext of Kubernetes does", () => {
    const differing = rows.filter(([{ pod, container }, effective]) => {
      const found = effectiveSecurityContext({ spec: pod }, container);
      return !isSame(found, { ...effective, windowsOptions: effective.windowsOptions ?? {} });
    });
    expect(differing).toEqual([]);
    expect(rows.length).toBe(600);
  });

  it("takes a profile of the container whole", () => {
    const pod = { spec: { securityContext: { seccompProfile: { type: "RuntimeDefault" } } } };
    const own = { type: "Localhost", localhostProfile: "x" };
    expect(effectiveSecurityContext(pod, {}).seccompProfile).toEqual({ type: "RuntimeDefault" });
    expect(effectiveSecurityContext(pod, { securityContext: { seccompProfile: own } }).seccompProfile).toEqual(own);
    expect(effectiveSecurityContext({ spec: {} }, {})).toEqual({ windowsOptions: {} });
  });

  it("hands down no setting that a container alone makes", () => {
    const spec = { securityContext: { privileged: true, capabilities: { drop: ["ALL"] } } };
    expect(effectiveSecurityContext({ spec: spec as never }, {})).toEqual({ windowsOptions: {} });
  });

  it("takes a null for nothing", () => {
    const pod = { spec: { securityContext: { runAsUser: 1 } } };
    expect(effectiveSecurityContext(pod, { securityContext: { runAsUser: null } as never }).runAsUser).toBe(1);
    expect(effectiveSecurityContext(pod, { securityContext: null } as never).runAsUser).toBe(1);
  });
});

function isSame(a: unknown, b: unknown): boolean {
  try {
    expect(a).toEqual(b);
    return true;
  } catch {
    return false;
  }
}
