import { Ingress, kinds, policy } from "@writ/sdk";

/** Members that the API requires, and that its decoder writes as null where they are missing. */
export const requiredMembers = policy({
  id: "required-members",
  title: "What the API requires is read without a question",
  severity: "low",
  match: kinds(Ingress),
  check(ingress, { report }) {
    for (const { http } of ingress.spec?.rules ?? []) {
      if (http === undefined) continue;
      const { paths } = http;
      if (paths.length > 2) report(ingress, `${paths.length} paths`, ["spec", "rules"]);
      for (const path of paths) {
        if (path.pathType.startsWith("Implementation")) report(path, `path type ${path.pathType}`, ["pathType"]);
        if (path.pathType !== "Exact") report(path, `not exact: ${path.pathType}`, ["pathType"]);
      }
    }
  },
});
