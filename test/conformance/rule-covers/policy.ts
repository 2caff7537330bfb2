import { ClusterRole, Role, kinds, policy, ruleCovers, type PolicyRule } from "@writ/sdk";

const exec = { verb: "create", apiGroup: "", resource: "pods/exec" } as const;

function readsSecrets(rule: PolicyRule): boolean {
  return ["get", "list"].some((verb) => ruleCovers(rule, { verb, apiGroup: "", resource: "secrets" }));
}

export const ruleCoversPolicy = policy({
  id: "rule-covers",
  title: "T",
  severity: "low",
  match: kinds(Role, ClusterRole),
  check(role, { report }) {
    for (const rule of role.rules ?? []) {
      if (ruleCovers(rule, exec)) report(rule, "exec");
      if (readsSecrets(rule)) report(rule, "secrets");
      if (ruleCovers(rule, { verb: "get", apiGroup: "", resource: "secrets", resourceName: "a" }))
        report(rule, "secret a");
      if (ruleCovers(rule, { verb: "get", nonResourceURL: "/healthz/etcd" })) report(rule, "health");
      const own = role.metadata.name ?? "";
      if (ruleCovers(rule, { verb: "bind", apiGroup: "rbac.authorization.k8s.io", resource: own }))
        report(rule, `bind ${own}`);
    }
    if (!(role.rules ?? []).some((rule) => ruleCovers(rule, { verb: "*", apiGroup: "*", resource: "*" })))
      report(role, "not all");
  },
});
