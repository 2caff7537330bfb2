import { asciiTrim, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryWhiteSpace = policy({
  id: "adversary-white-space",
  title: "each kind of white space is trimmed, matched and shown by its own rule",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "";
    report(spec, `<${asciiTrim(text)}>`);
    if (/^\s+$/u.test(text)) report(spec, "space alone");
    if (/\S/u.test(text)) report(spec, "no space");
    if (asciiTrim(text) === "") report(spec, "trimmed away");
    report(spec, `${text}!`);
  },
});
