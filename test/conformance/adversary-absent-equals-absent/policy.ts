import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryAbsentEqualsAbsent = policy({
  id: "adversary-absent-equals-absent",
  title: "two absent values are equal, and no default hides that",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.text === spec.main?.name) report(spec, "texts");
    if (spec.count === spec.main?.size) report(spec, "numbers");
    if (spec.port === spec.main?.port) report(spec, "ports");
    if (spec.tags?.[0] === spec.lists?.[0]?.[0]) report(spec, "elements");
    if (spec.table?.["a"]?.name === spec.table?.["b"]?.name) report(spec, "entries");
    if (spec.parts?.find((part) => part.on)?.name === spec.text) report(spec, "found");
    if (spec.tags?.length === spec.parts?.length) report(spec, "lengths");
    if (spec.text !== spec.tags?.[1]) report(spec, "text is not the second tag");
    for (const part of spec.parts ?? [])
      if ((spec.parts ?? []).filter((other) => other.size === part.size).length > 1) report(part, "shares its size");
  },
});
