import { policy, workloads } from "@writ/sdk";

/** A workload without its template: to a decoder, one whose Pod has nothing. */
export const requiredPod = policy({
  id: "required-pod",
  title: "A Pod names its service account",
  severity: "low",
  match: workloads(),
  check(pod, { report }) {
    if (pod.spec.serviceAccountName === undefined) report(pod, "no service account", ["spec", "serviceAccountName"]);
    if (pod.metadata?.labels?.["app"] === undefined) report(pod, "no label", ["metadata", "labels"]);
    if (pod.spec.containers.length === 0) report(pod, "no containers", ["spec", "containers"]);
  },
});
