import { compareKubernetesVersions, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryKubernetesVersions = policy({
  id: "adversary-kubernetes-versions",
  title: "versions of Kubernetes with a prefix, a suffix, or too few parts",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const tag of spec.tags ?? []) report(spec, `${tag} ${compareKubernetesVersions(tag, "v1.30") ?? "none"}`);
  },
});
