import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryEarlyReturns = policy({
  id: "adversary-early-returns",
  title: "what follows a return is reached by those alone who did not leave",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const part of spec.parts ?? []) {
      if (part.on) continue;
      report(part, "before");
    }
    if (spec.flag === true) {
      if (spec.count === 1) return;
      report(spec, "flag without one");
    } else if (spec.text === "stop") {
      report(spec, "stopped");
      return;
    } else {
      for (const tag of spec.tags ?? []) {
        if (tag === "skip") continue;
        if (spec.count === 2) {
          report(spec, `two ${tag}`);
          continue;
        }
        report(spec, tag);
      }
      {
        if (spec.count === 3) return report(spec, "three");
      }
    }
    report(spec, "middle");
    if (!(spec.parts ?? []).some((part) => part.on)) return;
    for (const part of spec.parts ?? []) if (part.on) report(part, "after");
  },
});
