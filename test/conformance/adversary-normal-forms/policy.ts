import { kinds, policy, string } from "@writ/sdk";
import { Widget } from "../widget.js";

const composed = "é";
const names = new Set([composed]);
const weights: Readonly<Record<string, number>> = { é: 1, "e\u0301": 2 };
export const adversaryNormalForms = policy({
  id: "adversary-normal-forms",
  title: "composed and decomposed letters are different texts",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "";
    if (text === composed) report(spec, "composed");
    if (names.has(text)) report(spec, "in the set");
    if (text.includes("\u0301")) report(spec, "a mark");
    if (text.startsWith("e")) report(spec, "an e");
    if (/^é$/u.test(text)) report(spec, "matched");
    if (/^.$/u.test(text)) report(spec, "one character");
    if (Object.hasOwn(weights, text)) report(spec, `weighs ${weights[text] ?? 0}`);
    if (spec.table?.[text] !== undefined) report(spec, "a key");
    switch (text) {
      case "e\u0301":
        report(spec, "decomposed");
        break;
    }
  },
});
