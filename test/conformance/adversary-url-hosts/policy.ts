import { kinds, policy, urlHost } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryUrlHosts = policy({
  id: "adversary-url-hosts",
  title: "hosts of addresses with users, ports, six bytes, backslashes, and no scheme",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const tag of spec.tags ?? []) report(spec, `${tag} <${urlHost(tag) ?? "none"}>`);
  },
});
