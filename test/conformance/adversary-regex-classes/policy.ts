import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryRegexClasses = policy({
  id: "adversary-regex-classes",
  title: "the classes for space, digit and word are those of JavaScript: the first is Unicode's, the others ASCII's",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "";
    if (/^\s$/.test(text)) report(spec, "space");
    if (/^[^\S]$/u.test(text)) report(spec, "space by double negation");
    if (/^\d$/.test(text)) report(spec, "digit");
    if (/^\w$/.test(text)) report(spec, "word");
    if (/^\W$/u.test(text)) report(spec, "no word");
    if (/\bx\b/.test(text)) report(spec, "the word x");
    if (/^[\s\d_-]+$/.test(text)) report(spec, "spaces, digits, and dashes");
    if (/^\w$/iu.test(text)) report(spec, "word in any case");
    if (/^[^\w]$/iu.test(text)) report(spec, "no word in any case");
  },
});
