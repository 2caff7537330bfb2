import { boolean, policy, workloads } from "@writ/sdk";
import { isWindowsPod } from "../windows-pod.js";

export const runAsNonRoot = policy({
  id: "run-as-non-root",
  title: "Containers must run as a user other than root",
  severity: "high",
  description: "A process that is root in its container is root on the node as soon as it finds a way out.",
  remediation: "Set runAsNonRoot to true on the Pod or on every container, and remove every runAsUser: 0.",
  controls: ["PSS restricted", "CIS 1.12 5.2.7"],
  match: workloads(),
  params: {
    /** Accepts root where `hostUsers: false` maps it to an unprivileged user, as the standard does from 1.35. */
    allowUserNamespaces: boolean(false),
  },
  check(pod, { params, report }) {
    const { spec } = pod;
    if (isWindowsPod(pod)) return;
    if (params.allowUserNamespaces && spec.hostUsers === false) return;

    // The standard refuses a bad Pod level whatever the containers say: the next container added inherits it.
    const podNonRoot = spec.securityContext?.runAsNonRoot;
    if (podNonRoot === false) {
      report(pod, "the Pod must not set runAsNonRoot to false", ["spec", "securityContext", "runAsNonRoot"]);
    }
    if (spec.securityContext?.runAsUser === 0) {
      report(pod, "the Pod must not run as user 0", ["spec", "securityContext", "runAsUser"]);
    }

    for (const container of pod.containers) {
      const nonRoot = container.securityContext?.runAsNonRoot;
      if (nonRoot === false) {
        report(container, `container ${container.name} must not set runAsNonRoot to false`, [
          "securityContext",
          "runAsNonRoot",
        ]);
      }
      if (nonRoot === undefined && podNonRoot === undefined) {
        report(container, `container ${container.name} must set runAsNonRoot to true, or inherit it from the Pod`, [
          "securityContext",
          "runAsNonRoot",
        ]);
      }
      if (container.securityContext?.runAsUser === 0) {
        report(container, `container ${container.name} must not run as user 0`, ["securityContext", "runAsUser"]);
      }
    }
  },
});
