import { kinds, list, policy, string, urlHost } from "@writ/sdk";
import { Widget } from "../widget.js";

export const urlHostPolicy = policy({
  id: "url-host",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { allowed: list(string(), ["example.com", "10.0.0.1", "2001:db8::1"]) },
  check({ spec }, { report, params }) {
    const host = urlHost(spec.text);
    if (host === undefined) {
      report(spec, "no host");
      return;
    }
    report(spec, host);
    if (!params.allowed.includes(host)) report(spec, "not allowed");
    if (urlHost(spec.text)?.endsWith(".internal") === true) report(spec, "internal");
  },
});
