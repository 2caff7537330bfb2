import { describe, expect, it } from "vitest";
import { builtInKinds, typeFacts } from "../src/fields/index.js";
import * as models from "../src/models/index.js";
import { typeErrors } from "./type-check.js";

const policy = `
import { Event, ResourceClaim, Role, StatefulSet, kinds, policy, workloads } from "@writ/sdk";
import type { Integer, Quantity } from "@writ/sdk";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>): void => undefined;

export const privileged = policy({
  id: "privileged", title: "No privileged containers", severity: "high",
  match: workloads(),
  each: (pod) => pod.containers,
  deny: (c) => c.securityContext?.privileged === true,
  message: (c) => \`container \${c.name} is privileged\`,
});

export const roles = policy({
  id: "roles", title: "Roles", severity: "high",
  match: kinds(Role, StatefulSet),
  deny: (resource) => {
    if (resource.kind === "StatefulSet") {
      same<typeof resource.apiVersion, "apps/v1">(true);
      same<typeof resource.spec.replicas, Integer | undefined>(true);
      same<NonNullable<typeof resource.spec.template.spec.containers[number]["resources"]>["limits"], Readonly<Record<string, Quantity>> | undefined>(true);
      return resource.spec.volumeClaimTemplates?.some((claim) => claim.metadata?.name === "data");
    }
    return resource.rules?.some((rule) => rule.verbs.includes("*"));
  },
  message: (resource) => resource.metadata.name ?? "",
});

same<typeof Event.group, string>(true);
same<typeof ResourceClaim.group, string>(true);
`;

// Each starts a TypeScript compiler, which takes seconds on a busy machine.
describe("the models", { timeout: 60_000 }, () => {
  it("type a policy", () => {
    expect(typeErrors({ "policy.ts": policy })).toEqual([]);
  });

  it("catch a misspelled field and a missing presence check", () => {
    const wrong = policy
      .replace("c.securityContext?.privileged", "c.securityContext?.priviliged")
      .replace("resource.rules?.some", "resource.rules.some");
    const codes = typeErrors({ "policy.ts": wrong }).map((error) => error.split(" ")[1]);
    expect(codes).toEqual(expect.arrayContaining(["TS2551", "TS18048"]));
  });

  it("export each stable kind by its plain name, with what its table entry says", () => {
    const values = Object.values(models) as readonly {
      group: string;
      version: string;
      kind: string;
      plural: string;
      namespaced: boolean;
    }[];
    const known = new Map(builtInKinds().map((facts) => [`${facts.group}/${facts.version} ${facts.kind}`, facts]));
    for (const { group, version, kind, plural, namespaced } of values) {
      expect(known.get(`${group}/${version} ${kind}`), kind).toMatchObject({ plural, namespaced });
    }
    const stable = builtInKinds().filter(({ version }) => /^v\d+$/.test(version));
    const exported = new Set(values.map(({ kind }) => kind));
    expect(stable.filter(({ kind }) => !exported.has(kind))).toEqual([]);
  });

  it("prefer the newer stable version and the core group", () => {
    expect(models.HorizontalPodAutoscaler.version).toBe("v2");
    expect(models.Event.group).toBe("");
    expect(models.ResourceClaim.group).toBe("resource.k8s.io");
  });

  it("hold the type of every kind that the table knows", async () => {
    for (const { typeKey, kind } of builtInKinds()) {
      const module = typeKey.slice(0, typeKey.lastIndexOf("."));
      const values = (await import(new URL(`../src/models/${module}.ts`, import.meta.url).href)) as Readonly<
        Record<string, { kind: string }>
      >;
      expect(values[kind]?.kind, typeKey).toBe(kind);
      expect(typeFacts(typeKey)?.has("apiVersion"), typeKey).toBe(true);
    }
  });
});
