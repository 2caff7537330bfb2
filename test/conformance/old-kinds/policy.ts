import { kinds, policy, Role, RoleBinding } from "@writ/sdk";

export const oldKinds = policy({
  id: "old-kinds",
  title: "T",
  severity: "low",
  match: kinds(Role, RoleBinding),
  check(object, { report, oldObject }) {
    if (object.kind === "RoleBinding" && oldObject?.kind === "RoleBinding") {
      if (object.roleRef.name !== oldObject.roleRef.name) report(object, `was ${oldObject.roleRef.name}`, ["roleRef"]);
    }
    if (object.kind === "Role" && oldObject?.kind === "Role") {
      for (const rule of object.rules ?? [])
        if (!(oldObject.rules ?? []).some((old) => old.verbs.includes("*"))) report(rule, "new");
    }
  },
});
