import { glob, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryEmptyTexts = policy({
  id: "adversary-empty-texts",
  title: "the empty text begins, ends and is in every text, and is no absent one",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "absent";
    const part = spec.main?.name ?? "";
    if (text.startsWith(part) && text.endsWith(part) && text.includes(part)) report(spec, "around");
    if (text === "") report(spec, "empty");
    if (part.includes(text)) report(spec, "inside");
    if (spec.tags?.includes("")) report(spec, "an empty tag");
    if (new Set(["", "x"]).has(text)) report(spec, "in the set");
    if (glob(text, "") || glob("", text)) report(spec, "glob");
    if (/^$/.test(text)) report(spec, "nothing between");
    if (text.split(",")[0] === "") report(spec, "no first");
    if (spec.table?.[""]?.name === "") report(spec, "nameless");
    if (Object.hasOwn(spec.table ?? {}, "")) report(spec, "keyless");
    report(spec, text);
    report(spec, (spec.tags ?? []).join(""));
  },
});
