import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const unusedElement = policy({
  id: "unused-element",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const part of spec.parts ?? []) report(part, "a part");
    for (const part of spec.parts ?? []) report(spec, "has a part");
    for (const tag of spec.tags ?? []) if (spec.flag) report(spec, "tagged and on");
  },
});
