import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const loopNested = policy({
  id: "loop-nested",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const outer of spec.parts ?? []) {
      for (const inner of outer.parts ?? []) {
        if (inner.name === outer.name) continue;
        for (const tag of inner.tags ?? []) {
          if (tag === outer.name) report(inner, `${outer.name}/${inner.name}/${tag}`, ["tags"]);
          else if (spec.tags?.includes(tag)) report(outer, tag);
        }
        report(inner, inner.name);
      }
    }
  },
});
