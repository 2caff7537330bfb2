import { cidrContains, kinds, list, policy, string } from "@writ/sdk";
import { Widget } from "../widget.js";

export const cidrContainsPolicy = policy({
  id: "cidr-contains",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { allowed: list(string(), ["10.0.0.0/8", "2001:db8::/33"]) },
  check({ spec }, { report, params }) {
    for (const part of spec.parts ?? []) {
      if (!params.allowed.some((cidr) => cidrContains(cidr, part.name))) report(part, "outside");
    }
    const contained = cidrContains(spec.text, spec.tags?.[0]);
    if (contained === undefined) report(spec, "unknown");
    else if (contained) report(spec, "contained");
    if (cidrContains(spec.text, spec.tags?.[0]) ?? true) report(spec, "not known to be outside");
  },
});
