import { kinds, policy, resourceCovers, urlCovers } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryAccessRules = policy({
  id: "adversary-access-rules",
  title: "access that is covered by wildcards, by subresources, and by names that look like them",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const tag of spec.tags ?? []) {
      if (resourceCovers(tag, "pods/exec")) report(spec, `${tag} covers exec`);
      if (resourceCovers(tag, "*")) report(spec, `${tag} covers all`);
      if (urlCovers(tag, "/healthz/*")) report(spec, `${tag} covers health`);
      if (urlCovers(tag, "")) report(spec, `${tag} covers nothing`);
    }
  },
});
