import { compareQuantities, policy, quantity, workloads } from "@writ/sdk";
import type { Container, PodView, Quantity } from "@writ/sdk";

/** Whether it is an ephemeral container, which may not have resources; names are unique over the three lists of a Pod. */
function isEphemeral(container: Container, pod: PodView): boolean {
  return pod.spec.ephemeralContainers?.some((ephemeral) => ephemeral.name === container.name) ?? false;
}

/** What is wrong with a limit; a limit of zero means none. */
function limitProblem(limit: Quantity | undefined, maximum: Quantity): string | undefined {
  if (limit === undefined) return "is missing";
  const aboveZero = compareQuantities(limit, "0");
  if (aboveZero === undefined) return "is not a quantity";
  if (aboveZero !== 1) return "must be above zero";
  return compareQuantities(limit, maximum) === 1 ? "exceeds the maximum" : undefined;
}

/**
 * What is wrong with a request. Where it is missing, the API server fills in the limit, so what is wrong with that is said once; and one
 * of the Pod will do.
 */
function requestProblem(
  request: Quantity | undefined,
  limit: Quantity | undefined,
  ofPod: Quantity | undefined,
): string | undefined {
  if (request === undefined) return limit === undefined && ofPod === undefined ? "is missing" : undefined;
  const aboveZero = compareQuantities(request, "0");
  if (aboveZero === undefined) return "is not a quantity";
  const order = compareQuantities(request, limit);
  if (aboveZero !== 1) return order === 0 ? undefined : "must be above zero";
  return order === 1 ? "exceeds the limit" : undefined;
}

export const resourceLimits = policy({
  id: "resource-limits",
  title: "Containers must have CPU and memory requests and limits within bounds",
  severity: "medium",
  description:
    "A container without limits can starve every other one on its node, and one without requests is the first to go.",
  remediation: "Set resources.requests and resources.limits for cpu and memory on every container, or on the Pod.",
  match: workloads(),
  params: {
    /** The highest CPU limit of a container. */
    maxCpu: quantity("4"),
    /** The highest memory limit of a container. */
    maxMemory: quantity("8Gi"),
  },
  check(pod, { params, report }) {
    const whole = pod.spec.resources;
    for (const container of pod.containers) {
      if (isEphemeral(container, pod)) continue;
      const { name, resources } = container;

      const cpuLimit = resources?.limits?.["cpu"] ?? whole?.limits?.["cpu"];
      const cpuLimitProblem = limitProblem(cpuLimit, params.maxCpu);
      if (cpuLimitProblem !== undefined) {
        report(container, `cpu limit of container ${name} ${cpuLimitProblem}`, ["resources", "limits", "cpu"]);
      }
      const cpuRequest = resources?.requests?.["cpu"];
      const cpuRequestProblem = requestProblem(cpuRequest, cpuLimit, whole?.requests?.["cpu"]);
      if (cpuRequestProblem !== undefined) {
        report(container, `cpu request of container ${name} ${cpuRequestProblem}`, ["resources", "requests", "cpu"]);
      }

      const memoryLimit = resources?.limits?.["memory"] ?? whole?.limits?.["memory"];
      const memoryLimitProblem = limitProblem(memoryLimit, params.maxMemory);
      if (memoryLimitProblem !== undefined) {
        report(container, `memory limit of container ${name} ${memoryLimitProblem}`, ["resources", "limits", "memory"]);
      }
      const memoryRequest = resources?.requests?.["memory"];
      const memoryRequestProblem = requestProblem(memoryRequest, memoryLimit, whole?.requests?.["memory"]);
      if (memoryRequestProblem !== undefined) {
        report(container, `memory request of container ${name} ${memoryRequestProblem}`, [
          "resources",
          "requests",
          "memory",
        ]);
      }
    }
  },
});
