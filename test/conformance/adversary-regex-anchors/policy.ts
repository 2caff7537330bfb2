import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryRegexAnchors = policy({
  id: "adversary-regex-anchors",
  title: "the anchors of an expression are the ends of the text, whatever breaks lines in it",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "";
    if (/^a$/.test(text)) report(spec, "a alone");
    if (/a$/.test(text)) report(spec, "ends in a");
    if (/^$/.test(text)) report(spec, "empty");
    if (/^a|b$/.test(text)) report(spec, "begins or ends");
    if (/(?:)/.test(text)) report(spec, "nothing is everywhere");
    if (/a^b|$c/.test(text)) report(spec, "never");
    if (/^(?:^a)+$$/.test(text)) report(spec, "anchors again");
    if (/\n$/.test(text)) report(spec, "line break");
  },
});
