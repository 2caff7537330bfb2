import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const mapOfObjects = policy({
  id: "map-of-objects",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const part = spec.table?.["a"];
    if (part === undefined) report(spec, "no a");
    else report(part, part.name, ["name"]);
    const key = spec.text ?? "a";
    if (spec.table?.[key]?.on) report(spec, `${key} is on`);
    for (const inner of spec.table?.["a"]?.parts ?? []) report(inner, inner.name);
  },
});
