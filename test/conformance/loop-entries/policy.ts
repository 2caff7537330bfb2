import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const loopEntries = policy({
  id: "loop-entries",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const [index, part] of (spec.parts ?? []).entries()) {
      if (index === 0) continue;
      report(part, `part ${index} is ${part.name}`);
      const before = spec.parts?.[index - 1];
      if (before?.name === part.name) report(part, "like the one before", ["name"]);
    }
    for (const [index, tag] of (spec.tags ?? []).entries()) if (tag === "x") report(spec, `tag ${index}`);
    for (const [index, inner] of (spec.parts?.[0]?.parts ?? []).entries()) report(inner, `inner ${index}`, ["name"]);
    for (const [at] of [10, 20].entries()) report(spec, `constant ${at}`);
  },
});
