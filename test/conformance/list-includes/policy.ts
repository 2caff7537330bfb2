import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const listIncludes = policy({
  id: "list-includes",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.tags?.includes("a")) report(spec, "a");
    if (!spec.tags?.includes("a")) report(spec, "no a");
    if (spec.numbers?.includes(0)) report(spec, "zero");
    if (["x", "y"].includes(spec.text ?? "")) report(spec, "x or y");
    if (spec.text !== undefined && spec.tags?.includes(spec.text)) report(spec, "text is a tag");
    const has = spec.tags?.includes("b");
    if (has === undefined) report(spec, "unknown");
  },
});
