import { glob, kinds, list, policy, string } from "@writ/sdk";
import { Widget } from "../widget.js";

export const globPolicy = policy({
  id: "glob",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { patterns: list(string(), ["*", "a?b", "a*", "[a]", "\\d"]) },
  check({ spec }, { report, params }) {
    const text = spec.text ?? "";
    for (const pattern of params.patterns) if (glob(text, pattern)) report(spec, pattern);
    if (!glob(text, "*")) report(spec, "never");
  },
});
