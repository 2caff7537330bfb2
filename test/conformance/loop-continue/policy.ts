import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const loopContinue = policy({
  id: "loop-continue",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const part of spec.parts ?? []) {
      if (part.on) continue;
      if (part.size !== undefined) {
        if (part.size > 1) {
          report(part, "large");
          continue;
        }
        if (part.name === "a") continue;
        report(part, "small");
      } else if (part.tags === undefined) continue;
      else report(part, "tagged");
      report(part, "end");
    }
    report(spec, "after");
  },
});
