import { policy, workloads } from "@writ/sdk";

export const noPrivilegedContainers = policy({
  id: "no-privileged-containers",
  title: "Containers must not run privileged",
  severity: "critical",
  description:
    "A privileged container has every capability and every device of the node: whoever controls it owns the node.",
  remediation: "Remove securityContext.privileged, and add the single capability or device that the container needs.",
  controls: ["PSS baseline", "CIS 1.12 5.2.2"],
  match: workloads(),
  each: (pod) => pod.containers,
  deny: (container) => container.securityContext?.privileged === true,
  message: (container) => `container ${container.name} must not be privileged`,
  at: ["securityContext", "privileged"],
});
