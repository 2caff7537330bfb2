import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const listIndex = policy({
  id: "list-index",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.tags?.[0] === "a") report(spec, "first is a");
    if (spec.tags?.[1] === undefined) report(spec, "no second");
    const second = spec.parts?.[1];
    if (second !== undefined) report(second, second.name);
    const inner = spec.lists?.[0]?.[1];
    if (inner !== undefined) report(spec, inner);
  },
});
