import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryTemplateTexts = policy({
  id: "adversary-template-texts",
  title: "templates hold what is written in them: escapes, line continuations, and templates",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "t";
    report(spec, `\${text} $text $\{text} ${"$"}{text}`);
    report(
      spec,
      `a\
b \x41\u{1F600}`.concat(text),
    );
    report(spec, `${`${`${text}`}-${`${spec.count ?? 0}`}`}`);
    report(spec, `${text}${text}` + "" + `${""}`);
    report(spec, `${spec.flag ? `on ${text}` : `off ${text === "t" ? `default` : `own`}`}`);
    if (`${text}` === text && `${spec.count ?? 0}0` === "10") report(spec, `same`);
  },
});
