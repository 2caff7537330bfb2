import { policy, workloads } from "@writ/sdk";

/** Reads the Pod, and beside it the object that holds it: the first broken place may be of either. */
export const guardOrder = policy({
  id: "guard-order",
  title: "T",
  severity: "low",
  match: workloads(),
  check(pod, { report }) {
    const { metadata } = pod.resource;
    if (metadata.labels?.["a"] === "b") report(pod, "labelled");
    if (pod.spec.hostNetwork === true) report(pod, "host network");
    if (pod.metadata?.labels?.["a"] === "b") report(pod, "labelled inside");
  },
});
