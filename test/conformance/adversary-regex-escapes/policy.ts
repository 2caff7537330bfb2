import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryRegexEscapes = policy({
  id: "adversary-regex-escapes",
  title: "an escape in an expression is one character, and the same everywhere",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "";
    if (/^\x41\u0042$/.test(text)) report(spec, "by number");
    if (/^\/\-\.$/.test(text)) report(spec, "escaped marks");
    if (/^\cJ\0[\b]$/.test(text)) report(spec, "controls");
    if (/^\u{1F600}\u{41}$/u.test(text)) report(spec, "beyond U+FFFF");
    if (/^[[:alpha:]]$/.test(text)) report(spec, "brackets of JavaScript");
    if (/^[\]\\^-]$/.test(text)) report(spec, "marks in a class");
    if (/^[^]$/u.test(text)) report(spec, "any one");
    if (/[]/.test(text)) report(spec, "none of none");
    if (/^`"'$/.test(text)) report(spec, "quotes");
    if (/^\$\(x\)\{\{y\}\}%s$/.test(text)) report(spec, "what hosts replace");
  },
});
