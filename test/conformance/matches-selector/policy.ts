import { NetworkPolicy, kinds, matchesSelector, policy } from "@writ/sdk";

export const matchesSelectorPolicy = policy({
  id: "matches-selector",
  title: "T",
  severity: "low",
  match: kinds(NetworkPolicy),
  check({ metadata, spec }, { report }) {
    for (const rule of spec?.ingress ?? []) {
      for (const peer of rule.from ?? []) {
        if (matchesSelector(peer.namespaceSelector, metadata.labels)) report(peer, "selected");
        if (!matchesSelector(peer.podSelector, undefined)) report(peer, "not without labels");
      }
    }
  },
});
