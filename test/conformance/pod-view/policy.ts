import { policy, workloads } from "@writ/sdk";

export const podView = policy({
  id: "pod-view",
  title: "T",
  severity: "low",
  match: workloads(),
  check(pod, { report }) {
    report(pod, `${pod.containers.length} in ${pod.resource.kind}`);
    report(pod.resource, pod.resource.apiVersion);
    if (pod.metadata?.labels?.["app"] !== undefined) report(pod.metadata, "labelled", ["labels", "app"]);
    const first = pod.containers[0];
    if (first !== undefined) report(first, `first ${first.name}`);
    if (pod.containers[1] !== undefined) report(pod.spec, `second ${pod.containers[1].name}`);
  },
});
