import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

const quotes = new Set(["'", '"', "`", "\\", "\\'", '"""', "'''", "r'", "\\n"]);
export const adversaryQuotesEverywhere = policy({
  id: "adversary-quotes-everywhere",
  title: "quotes and backslashes in messages, keys, sets, separators and cases",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "";
    if (quotes.has(text)) report(spec, `${text} is a quote`);
    report(spec, `'a' "b" \`c\` \\d\\ ${text.split("'").join('"')}`);
    report(spec, (spec.tags ?? []).join("\\"));
    switch (text) {
      case "'''":
        report(spec, "three");
        break;
      case "\\n":
        report(spec, "no line break");
        break;
    }
    if (text.startsWith("\\") || text.endsWith('"')) report(spec, '\\ or "', ["\\", '"', "'"]);
    if (spec.table?.["'\\\""]?.name === "`") report(spec, "a quoted key");
  },
});
