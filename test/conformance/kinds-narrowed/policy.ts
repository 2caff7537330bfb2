import { kinds, policy, Role, RoleBinding } from "@writ/sdk";

export const kindsNarrowed = policy({
  id: "kinds-narrowed",
  title: "T",
  severity: "low",
  match: kinds(Role, RoleBinding),
  check(object, { report }) {
    if (object.kind === "RoleBinding" && object.roleRef.name === "cluster-admin") report(object, "bound", ["roleRef"]);
    if (object.kind === "Role") {
      for (const rule of object.rules ?? []) if (rule.verbs.includes("*")) report(rule, "every verb");
    }
    if (object.metadata.name === "x") report(object, "x");
  },
});
