import { kinds, Pod, policy } from "@writ/sdk";

/** A member that the API requires, and that the API server drops at its zero value all the same. */
export const requiredDropped = policy({
  id: "required-dropped",
  title: "Rules for restarting restart",
  severity: "low",
  match: kinds(Pod),
  check({ spec }, { report }) {
    for (const { restartPolicyRules } of spec?.containers ?? []) {
      for (const rule of restartPolicyRules ?? []) {
        if (rule.action !== "Restart") report(rule, `must restart, not ${rule.action}`, ["action"]);
        if (rule.action.endsWith("All")) report(rule, "must not restart all", ["action"]);
      }
    }
  },
});
