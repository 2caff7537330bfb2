import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryManyElements = policy({
  id: "adversary-many-elements",
  title: "a thousand elements, of which the first few are shown and the others counted",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const part of spec.parts ?? []) if (part.on) report(part, `part ${part.name}`);
    for (const [index, tag] of (spec.tags ?? []).entries()) if (tag === "x") report(spec, `tag ${index}`);
    if ((spec.parts ?? []).every((part) => !part.on) && (spec.parts ?? []).length > 999) report(spec, "all off");
  },
});
