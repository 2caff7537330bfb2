import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const callbackIndex = policy({
  id: "callback-index",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const tags = spec.tags ?? [];
    if (tags.some((tag, index) => index > 0 && tag === "x")) report(spec, "x later");
    if (tags.every((tag, index) => tag === tags[index])) report(spec, "itself");
    if (tags.some((tag, index) => tags.some((other, at) => at > index && tag === other))) report(spec, "twice");
    const labelled = tags.map((tag, index) => `${index}:${tag}`);
    report(spec, labelled.join(" "));
    const later = tags.find((tag, index) => index >= 2 && tag !== "");
    if (later !== undefined) report(spec, `later ${later}`);
    for (const part of (spec.parts ?? []).filter((part, index) => index !== 1 && part.on === true))
      report(part, part.name);
    report(spec, `kept ${tags.filter((_, index) => index < 2).length}`);
  },
});
