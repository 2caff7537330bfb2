import { cidrContains, isCidr, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryPrefixBorders = policy({
  id: "adversary-prefix-borders",
  title: "prefixes with host bits, of zero length, and addresses of the other family",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const tag of spec.tags ?? []) {
      const contained = cidrContains(spec.text, tag);
      report(spec, `${tag} ${contained === undefined ? "unknown" : contained ? "inside" : "outside"}`);
    }
    if (isCidr(spec.text ?? "")) report(spec, "a prefix");
  },
});
