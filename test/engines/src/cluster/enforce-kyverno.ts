import type { AdmissionRequest, JsonObject } from "../engine.js";
import { until, type Server } from "./server.js";
import type { Cluster } from "./start.js";

/** A request that a policy denies. Kyverno judges by each policy, and registers for each kind, when it comes to it. */
export interface Probe {
  /** The one that denies; undefined: any. */
  readonly policy?: string;
  readonly request: AdmissionRequest;
}

/** Milliseconds within which Kyverno has to judge by a new policy. */
const patience = 120_000;

/** Applies policies, and waits until Kyverno judges by all that have a probe. Gives what waits until it judges by none. */
export async function enforceInKyverno(
  cluster: Cluster,
  server: Server,
  policies: readonly JsonObject[],
  probes: readonly Probe[],
): Promise<() => Promise<void>> {
  const applied: JsonObject[] = [];
  const lift = async (): Promise<void> => {
    for (const policy of applied.splice(0)) await cluster.remove(policy);
    await eachProbe(probes, (probe) =>
      until(`kyverno forgets ${nameOf(probe)}`, async () => !(await denies(cluster, probe)), server, patience),
    );
  };
  for (const probe of probes) {
    const { outcome, message } = await cluster.admit(probe.request);
    if (outcome !== "allow") throw new Error(`a probe is refused without the policies: ${message ?? ""}`);
  }
  for (const policy of policies) {
    const refusal = await applyPatiently(cluster, policy);
    if (refusal !== undefined) {
      await lift();
      throw new Error(refusal);
    }
    applied.push(policy);
  }
  await eachProbe(probes, (probe) =>
    until(`kyverno judges by ${nameOf(probe)}`, () => denies(cluster, probe), server, patience),
  );
  return lift;
}

/** Kyverno checks a policy within the time that the API server gives it; on a busy machine it gets more than one try. */
async function applyPatiently(cluster: Cluster, policy: JsonObject): Promise<string | undefined> {
  const start = performance.now();
  for (;;) {
    const refusal = await cluster.apply(policy);
    const isLate = refusal !== undefined && /failed calling webhook .*(?:deadline exceeded|timeout)/i.test(refusal);
    if (!isLate || performance.now() - start > patience) return refusal;
  }
}

async function denies(cluster: Cluster, { policy, request }: Probe): Promise<boolean> {
  return (await cluster.admit(request)).denials.some((denial) => policy === undefined || denial.policy === policy);
}

async function eachProbe(probes: readonly Probe[], wait: (probe: Probe) => Promise<void>): Promise<void> {
  for (const probe of probes) await wait(probe);
}

function nameOf({ policy = "the policies" }: Probe): string {
  return policy;
}
