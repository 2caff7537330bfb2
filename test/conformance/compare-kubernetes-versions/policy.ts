import { compareKubernetesVersions, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const compareKubernetesVersionsPolicy = policy({
  id: "compare-kubernetes-versions",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const order = compareKubernetesVersions(spec.text, "1.31");
    report(spec, order === undefined ? "unknown" : `order ${order}`);
    if (compareKubernetesVersions(spec.tags?.[0], spec.tags?.[1]) === 1) report(spec, "skewed");
  },
});
