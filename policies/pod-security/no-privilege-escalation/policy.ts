import { policy, workloads } from "@writ/sdk";
import { isWindowsPod } from "../windows-pod.js";

export const noPrivilegeEscalation = policy({
  id: "no-privilege-escalation",
  title: "Containers must forbid privilege escalation",
  severity: "high",
  description:
    "Unless it is forbidden, a set-user-ID program gives a process more privileges than the one that started it.",
  remediation: "Set securityContext.allowPrivilegeEscalation to false on every container; the default is true.",
  controls: ["PSS restricted", "CIS 1.12 5.2.6"],
  match: workloads(),
  check(pod, { report }) {
    if (isWindowsPod(pod)) return;
    for (const container of pod.containers) {
      if (container.securityContext?.allowPrivilegeEscalation !== false) {
        report(container, `container ${container.name} must set allowPrivilegeEscalation to false`, [
          "securityContext",
          "allowPrivilegeEscalation",
        ]);
      }
    }
  },
});
