import { asciiLowerCase, asciiUpperCase, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryForeignCase = policy({
  id: "adversary-foreign-case",
  title: "only the letters of ASCII have a case",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "";
    report(spec, `${asciiLowerCase(text)} ${asciiUpperCase(text)}`);
    if (asciiLowerCase(text) === "straße") report(spec, "a street");
    if (asciiUpperCase(text) === "K") report(spec, "a k");
    if (asciiLowerCase(text) === "s") report(spec, "an s");
    if (/^i$/i.test(text)) report(spec, "an i");
    if (/^k$/i.test(text) !== /^k$/iu.test(text)) report(spec, "a k by Unicode alone");
  },
});
