import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryControlCharacters = policy({
  id: "adversary-control-characters",
  title: "control characters are compared as they are and shown as spaces",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "";
    if (text === "a\u0000b") report(spec, "nul");
    if (text.includes("\u2028") || text.includes("\u2029")) report(spec, "a separator");
    if (["\r\n", "\n", "\r"].includes(text)) report(spec, "a line break");
    if (/[\x00-\x1f\x7f-\x9f]/.test(text)) report(spec, "control");
    report(spec, `<${text}>`);
    report(spec, `a\tb\nc\u2028d\u0085e\u007ff\u001bg\u00a0h`);
    report(spec, (spec.tags ?? []).join("\n"));
  },
});
