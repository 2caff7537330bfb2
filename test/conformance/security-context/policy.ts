import { effectiveSecurityContext, policy, workloads, type Container, type PodView } from "@writ/sdk";

function isRoot(pod: PodView, container: Container): boolean {
  const { runAsUser, runAsNonRoot } = effectiveSecurityContext(pod, container);
  return runAsUser === 0 || (runAsUser === undefined && runAsNonRoot !== true);
}

export const securityContext = policy({
  id: "security-context",
  title: "T",
  severity: "low",
  match: workloads(),
  check(pod, { report }) {
    for (const container of pod.containers) {
      const effective = effectiveSecurityContext(pod, container);
      if (isRoot(pod, container)) report(container, "root");
      if (effective.privileged === true) report(container, "privileged");
      const { seccompProfile: profile } = effective;
      report(container, `seccomp ${profile?.type ?? "unset"} ${profile?.localhostProfile ?? "-"}`);
      if (effective.seLinuxOptions?.level !== undefined) report(container, `level ${effective.seLinuxOptions.level}`);
      const windows = effective.windowsOptions;
      if (windows.hostProcess === true) report(container, "host process");
      if (windows.gmsaCredentialSpec !== undefined) report(container, `spec ${windows.gmsaCredentialSpec}`);
      if (effective.windowsOptions.runAsUserName === "u") report(container, "user u");
      if (effective.capabilities?.drop?.includes("ALL") !== true) report(container, "capabilities");
      if (effectiveSecurityContext(pod, container).runAsGroup !== undefined) report(container, "group");
    }
  },
});
