import { glob, kinds, list, policy, string } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryGlobPatterns = policy({
  id: "adversary-glob-patterns",
  title: "patterns with stars beside each other, question marks, and what other patterns mean by brackets",
  severity: "low",
  match: kinds(Widget),
  params: { patterns: list(string(), ["", "*", "**", "a*a", "*a*b*", "a?c", "[ab]", "a.c", "\\*", "😀*", "*\n"]) },
  check({ spec }, { report, params }) {
    const text = spec.text ?? "";
    for (const pattern of params.patterns) if (glob(text, pattern)) report(spec, `pattern ${pattern}`);
    if (glob(text, text)) report(spec, "itself");
    if (glob(text, "?")) report(spec, "one character");
    if (glob(text, "{a,b}") || glob(text, "!(a)")) report(spec, "other patterns");
  },
});
