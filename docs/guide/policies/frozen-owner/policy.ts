import { kinds, Namespace, policy } from "@writ/sdk";

export const frozenOwner = policy({
  id: "frozen-owner",
  title: "The owner of a namespace does not change",
  severity: "high",
  match: kinds(Namespace),
  check(namespace, { oldObject, operation, report }) {
    if (operation !== "UPDATE") return;
    const before = oldObject?.metadata.labels?.["owner"];
    const after = namespace.metadata.labels?.["owner"];
    if (before !== undefined && before !== after) {
      report(namespace, `the label owner must stay ${before}`, ["metadata", "labels", "owner"]);
    }
  },
});
