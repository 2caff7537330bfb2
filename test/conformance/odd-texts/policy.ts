import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

const odd = 'q" b` s\\ n\n $(x) {{x}} \u2028 😀 \u0000 é \\Q\\E %s';
const marks = ["`", "\\", '"', "\n", "\u2028", "$(x)", "{{x}}"];
export const oddTexts = policy({
  id: "odd-texts",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.text === odd) report(spec, odd, ['a"b`c\\d\n']);
    if (spec.text?.includes("\\")) report(spec, "backslash");
    if (spec.text?.startsWith("`")) report(spec, "backquote");
    if (spec.text?.endsWith("\n")) report(spec, "line break");
    if (spec.text?.includes("\u0000")) report(spec, "nul");
    if (marks.includes(spec.text ?? "none")) report(spec, "a mark");
    for (const mark of marks) if (spec.tags?.includes(mark)) report(spec, `tag ${mark}`);
  },
});
