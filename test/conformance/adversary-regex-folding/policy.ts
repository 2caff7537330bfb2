import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryRegexFolding = policy({
  id: "adversary-regex-folding",
  title: "without regard to case, only the letters that JavaScript folds are the same",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "";
    if (/^s$/i.test(text)) report(spec, "s");
    if (/^s$/iu.test(text)) report(spec, "s by Unicode");
    if (/^[a-z]$/i.test(text)) report(spec, "a letter");
    if (/^[^a-z]$/iu.test(text)) report(spec, "no letter by Unicode");
    if (/^[Y-b]$/i.test(text)) report(spec, "between Y and b");
    if (/^[\x00-\x7f]$/iu.test(text)) report(spec, "ASCII and what folds to it");
    if (/^K8S$/i.test(text)) report(spec, "k8s");
    if (/^K8S$/iu.test(text)) report(spec, "k8s by Unicode");
  },
});
