import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryLongMessages = policy({
  id: "adversary-long-messages",
  title: "a message ends after 400 code points, and a text after three messages",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "";
    report(spec, `${text}${text}`);
    report(spec, `<${text}>`, ["text"]);
    for (const tag of spec.tags ?? []) report(spec, `${tag}${text}`, ["tags"]);
    report(spec, "the end");
  },
});
