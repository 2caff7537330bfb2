import { list, policy, string, workloads } from "@writ/sdk";
import { isWindowsPod } from "../windows-pod.js";

export const dropAllCapabilities = policy({
  id: "drop-all-capabilities",
  title: "Containers must drop all capabilities and add back only harmless ones",
  severity: "high",
  description:
    "A container runtime grants about a dozen capabilities by default; hardly any container needs one of them.",
  remediation: 'Set securityContext.capabilities.drop to ["ALL"] on every container, and add at most what is allowed.',
  controls: ["PSS restricted", "CIS 1.12 5.2.8", "CIS 1.12 5.2.9"],
  match: workloads(),
  params: {
    /** Capabilities that a container may add, without the prefix CAP_. */
    allowedCapabilities: list(string(), ["NET_BIND_SERVICE"]),
  },
  check(pod, { params, report }) {
    if (isWindowsPod(pod)) return;
    for (const container of pod.containers) {
      const capabilities = container.securityContext?.capabilities;
      if (!capabilities?.drop?.includes("ALL")) {
        report(container, `container ${container.name} must drop ALL capabilities`, [
          "securityContext",
          "capabilities",
          "drop",
        ]);
      }
      for (const added of capabilities?.add ?? []) {
        if (!params.allowedCapabilities.includes(added)) {
          report(container, `container ${container.name} must not add capability ${added}`, [
            "securityContext",
            "capabilities",
            "add",
          ]);
        }
      }
    }
  },
});
