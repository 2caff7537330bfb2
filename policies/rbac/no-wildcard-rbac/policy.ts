import { ClusterRole, glob, kinds, list, policy, Role, string } from "@writ/sdk";

/** The roles with wildcards that the API server creates for Kubernetes itself, and renews whenever it starts. */
const builtInRoles = new Set([
  "cluster-admin",
  "system:kube-controller-manager",
  "system:kubelet-api-admin",
  "system:controller:disruption-controller",
  "system:controller:generic-garbage-collector",
  "system:controller:horizontal-pod-autoscaler",
  "system:controller:namespace-controller",
  "system:controller:resourcequota-controller",
  "system:controller:storage-version-migrator-controller",
]);

export const noWildcardRbac = policy({
  id: "no-wildcard-rbac",
  title: "Roles must not grant wildcards",
  severity: "high",
  description: "A wildcard also grants what is added later: new verbs, new resources, new API groups.",
  remediation: "List the verbs, resources and API groups that are needed.",
  controls: ["CIS 1.12 5.1.3"],
  match: kinds(ClusterRole, Role),
  params: {
    /** Globs of the names of roles that may hold wildcards. */
    allowedRoles: list(string(), []),
  },
  check({ kind, metadata, rules }, { params, report }) {
    // The API server makes a name of generateName, which a file cannot show: such a name is on no list.
    const isGiven = metadata.generateName === undefined;
    const name = metadata.generateName ?? metadata.name ?? "";
    if (isGiven && kind === "ClusterRole" && builtInRoles.has(name)) return;
    if (isGiven && params.allowedRoles.some((allowed) => glob(name, allowed))) return;

    for (const rule of rules ?? []) {
      if (rule.verbs.includes("*")) report(rule, `${kind} ${name} must not grant every verb`, ["verbs"]);
      if (rule.apiGroups?.includes("*")) report(rule, `${kind} ${name} must not grant every API group`, ["apiGroups"]);
      // `*/scale` is the scale subresource of every resource.
      const wide = rule.resources?.find((resource) => resource === "*" || resource.startsWith("*/"));
      if (wide !== undefined) report(rule, `${kind} ${name} must not grant every resource (${wide})`, ["resources"]);
      const url = rule.nonResourceURLs?.find((granted) => granted === "*" || granted === "/*");
      if (url !== undefined) report(rule, `${kind} ${name} must not grant every URL (${url})`, ["nonResourceURLs"]);
    }
  },
});
