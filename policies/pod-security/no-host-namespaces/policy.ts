import { policy, workloads } from "@writ/sdk";

export const noHostNamespaces = policy({
  id: "no-host-namespaces",
  title: "Pods must not share the namespaces of the node",
  severity: "high",
  description:
    "In the node's namespaces a Pod reaches the node's loopback services and cloud metadata, sees and signals every process, and reads shared memory.",
  remediation: "Remove hostNetwork, hostPID and hostIPC; use a Service to expose a port.",
  controls: ["PSS baseline", "CIS 1.12 5.2.3", "CIS 1.12 5.2.4", "CIS 1.12 5.2.5"],
  match: workloads(),
  check({ spec }, { report }) {
    if (spec.hostNetwork === true)
      report(spec, "the Pod must not use the node's network (hostNetwork)", ["hostNetwork"]);
    if (spec.hostPID === true) report(spec, "the Pod must not see the node's processes (hostPID)", ["hostPID"]);
    if (spec.hostIPC === true) report(spec, "the Pod must not use the node's shared memory (hostIPC)", ["hostIPC"]);
  },
});
