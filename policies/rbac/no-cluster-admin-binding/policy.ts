import { ClusterRoleBinding, glob, kinds, list, policy, RoleBinding, string } from "@writ/sdk";
import type { Subject } from "@writ/sdk";

/** The subject as `kind/name`, or `ServiceAccount/namespace/name`. */
function fullName({ kind, name, namespace }: Subject): string {
  return kind === "ServiceAccount" ? `${kind}/${namespace ?? ""}/${name}` : `${kind}/${name}`;
}

export const noClusterAdminBinding = policy({
  id: "no-cluster-admin-binding",
  title: "The role cluster-admin must not be bound",
  severity: "critical",
  description:
    "cluster-admin may do everything, also what would otherwise be audited or refused; in a RoleBinding it owns the namespace.",
  remediation: "Bind a role that grants only what the subject needs.",
  controls: ["CIS 1.12 5.1.1"],
  match: kinds(ClusterRoleBinding, RoleBinding),
  params: {
    /**
     * Globs of the subjects that may have it: `User/alice`, `Group/platform-*`, `ServiceAccount/flux-system/*`. The defaults
     * are the groups to which Kubernetes and kubeadm themselves bind it.
     */
    allowedSubjects: list(string(), ["Group/system:masters", "Group/kubeadm:cluster-admins"]),
  },
  check({ kind, metadata, roleRef, subjects }, { params, report }) {
    if (roleRef.kind !== "ClusterRole" || roleRef.name !== "cluster-admin") return;
    for (const subject of subjects ?? []) {
      const name = fullName(subject);
      if (!params.allowedSubjects.some((allowed) => glob(name, allowed))) {
        // The API server makes a name of generateName before it judges, and keeps both.
        const binding = metadata.generateName ?? metadata.name ?? "";
        report(subject, `${kind} ${binding} must not bind cluster-admin to ${name}`);
      }
    }
  },
});
