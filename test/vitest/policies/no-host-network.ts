import { policy, workloads } from "@writ/sdk";

export const noHostNetwork = policy({
  id: "no-host-network",
  title: "Pods must not use the network of the node",
  severity: "high",
  match: workloads(),
  deny: (pod) => pod.spec.hostNetwork,
  message: "the Pod must not use the network of the node",
  at: ["spec", "hostNetwork"],
});
