import { policy, workloads } from "@writ/sdk";

export const eachDeny = policy({
  id: "each-deny",
  title: "T",
  severity: "low",
  match: workloads(),
  each: (pod) => pod.containers,
  deny: (container) => container.securityContext?.privileged,
  message: (container) => container.name,
  at: ["securityContext", "privileged"],
});
