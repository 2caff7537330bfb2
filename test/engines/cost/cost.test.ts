import { fileURLToPath } from "node:url";
import {
  defaultProductOptions,
  emitKubernetes,
  kubernetesTargets,
  largestObject,
  policyCost,
  type CompiledPolicy,
} from "@writ/compiler";
import { afterAll, describe, expect, it } from "vitest";
import { openWorkbench } from "../../harness/workbench.js";
import { readSubjects } from "../matrix/subject.js";
import { openApiserverValidator, type ValidatorVerdict } from "../src/apiserver-validator.js";
import type { AdmissionRequest, JsonObject } from "../src/engine.js";

const folder = fileURLToPath(new URL("fixtures/", import.meta.url));
const fixtures = (await openWorkbench(folder, [`${folder}secret-scan.ts`])).policies.map(({ compiled }) => compiled);
const subjects = (await readSubjects()).map(({ name, bench }) => [name, bench.compiled] as const);
const engines = [
  await openApiserverValidator("new", { raw: true, unmatched: true }),
  await openApiserverValidator("old", { raw: true, unmatched: true }),
];
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

const options = defaultProductOptions("deny");

/** The guarded expressions of a policy, as the API server takes them, on the largest object that it is meant for. */
async function judgedLargest(policy: CompiledPolicy): Promise<readonly ValidatorVerdict[]> {
  const { spec } = kubernetesTargets.kyverno.product(policy, options).objects[0] as unknown as { spec: JsonObject };
  const { variables, validations } = spec;
  const resourceRules = [{ apiGroups: ["*"], apiVersions: ["*"], operations: ["*"], resources: ["*"] }] as const;
  const definition: JsonObject = {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicy",
    metadata: { name: policy.id },
    spec: {
      failurePolicy: "Fail",
      matchConstraints: { resourceRules },
      variables: variables ?? [],
      validations: validations ?? [],
    },
  };
  // Where the Pod lies deepest, reaching it costs most.
  const kind = policy.kinds.find((one) => one.kind === "CronJob") ?? policy.kinds[0];
  if (kind === undefined) throw new Error(`${policy.id} matches no kind`);
  const object = largestObject(policy, kind);
  const request: AdmissionRequest = { operation: "CREATE", object, namespace: { name: "shop" } };
  return (await Promise.all(engines.map((engine) => engine.judge(definition, [request])))).flat();
}

function unitsOf({ cost, message }: ValidatorVerdict): number {
  if (cost === undefined) throw new Error(`no cost: ${message ?? ""}`);
  return cost.validations + cost.messages;
}

function fixture(id: string): CompiledPolicy {
  const found = fixtures.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no fixture ${id}`);
  return found;
}

describe("the estimate of what a policy costs", () => {
  it.each(subjects)("is not below what the API server measures: %s", async (_, policy) => {
    if (kubernetesTargets.kyverno.unsupported(policy) !== undefined) return;
    const { total } = policyCost(policy, kubernetesTargets.kyverno.host(policy));
    for (const verdict of await judgedLargest(policy)) expect(total).toBeGreaterThanOrEqual(unitsOf(verdict));
  });

  // Policies that do all their work on the largest object: others leave off early, which an estimate must not.
  it.each(["approved-registries", "image-tag-pinned", "no-host-path", "drop-all-capabilities"])(
    "is within six times of it where the object breaks the policy: %s",
    async (id) => {
      const policy = subjects.find(([name]) => name === id)?.[1];
      if (policy === undefined) throw new Error(`no policy ${id}`);
      const { total } = policyCost(policy, kubernetesTargets.kyverno.host(policy));
      for (const verdict of await judgedLargest(policy)) expect(total).toBeLessThanOrEqual(6 * unitsOf(verdict));
    },
  );
});

describe("a policy that costs more than the budget", () => {
  it.each(["kyverno", "kyverno-legacy", "vap"] as const)("is refused at the sizes that it declares: %s", (target) => {
    const emitted = emitKubernetes(target, fixture("secret-scan"), options);
    expect(emitted.ok ? [] : emitted.refusals).toMatchObject([{ reason: "cost", file: "secret-scan.ts", line: 12 }]);
  });

  it("is an error in the API server, and so a denial, on such an object", async () => {
    for (const verdict of await judgedLargest(fixture("secret-scan"))) {
      expect(verdict.outcome).toBe("error");
      expect(verdict.message).toContain("cost limit exceeded");
    }
  });

  it("is written for objects that it can judge", async () => {
    const policy = fixture("small-secret-scan");
    expect(emitKubernetes("vap", policy, options)).toMatchObject({ ok: true, warnings: [] });
    for (const verdict of await judgedLargest(policy)) expect(verdict.outcome).toBe("allow");
  });

  it("is written with a warning where it declares no sizes", () => {
    const emitted = emitKubernetes("vap", fixture("unsized-secret-scan"), options);
    expect(emitted).toMatchObject({ ok: true, warnings: [{ reason: "cost", line: 36 }] });
  });
});
