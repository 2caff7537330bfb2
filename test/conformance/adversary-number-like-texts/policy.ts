import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryNumberLikeTexts = policy({
  id: "adversary-number-like-texts",
  title: "a text that looks like a number is a text, and a number is no text",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const { port } = spec;
    if (port === 80) report(spec, "the number");
    if (port === "80") report(spec, "the text");
    if (port === "080" || port === "80.0" || port === " 80" || port === "0x50" || port === "8e1")
      report(spec, "nearly");
    if (typeof port === "number" && port === 0) report(spec, "zero");
    if (port === "") report(spec, "empty");
    report(spec, `port ${port ?? "absent"}`);
    if (spec.parts?.some((part) => part.port === port)) report(spec, "shared");
    if (["1", "01", "1.0"].filter((text) => text === `${spec.count ?? 0}`).length === 1)
      report(spec, "count prints as 1");
    if (spec.text === `${spec.count ?? 0}`) report(spec, "text is the count");
  },
});
