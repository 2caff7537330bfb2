import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const namespace = policy({
  id: "namespace",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report, namespace }) {
    if (namespace === undefined) report(spec, "cluster-scoped");
    if (namespace?.name === "shop") report(spec, `in ${namespace.name}`);
  },
});
