import { NetworkPolicy, hasLabels, kinds, matchesSelector, policy } from "@writ/sdk";

export const adversarySelectors = policy({
  id: "adversary-selectors",
  title: "selectors without values, with keys that every object has, and with labels that are absent",
  severity: "low",
  match: kinds(NetworkPolicy),

  check({ metadata, spec }, { report }) {
    for (const rule of spec?.egress ?? []) {
      for (const peer of rule.to ?? []) {
        if (matchesSelector(peer.podSelector, metadata.labels)) report(peer, "selected", ["podSelector"]);
        if (matchesSelector(peer.namespaceSelector, metadata.annotations))
          report(peer, "annotated", ["namespaceSelector"]);
        if (matchesSelector(peer.podSelector, undefined) !== matchesSelector(peer.podSelector, {}))
          report(peer, "absent is not empty");
      }
    }
    if (hasLabels(metadata.labels ?? {}, metadata.annotations ?? {})) report(metadata, "labels hold the annotations");
  },
});
