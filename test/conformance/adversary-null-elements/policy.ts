import { kinds, list, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryNullElements = policy({
  id: "adversary-null-elements",
  title: "a null in a list is no absent element: the document has the wrong shape",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if ((spec.tags ?? []).length === 1) report(spec, "one tag");
    if (spec.tags?.includes("a") !== true) report(spec, "no a");
    if ((spec.lists ?? []).every((list) => list.length === 0)) report(spec, "all empty");
    if ((spec.parts ?? []).some((part) => part.on !== true)) report(spec, "one is off");
    for (const part of spec.parts ?? []) report(part, part.name);
  },
});
