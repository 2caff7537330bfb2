import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const destructuring = policy({
  id: "destructuring",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check(
    { spec, spec: { parts = [], flag = false, tags = [] }, metadata: { name: ownName = "anonymous" } },
    { report },
  ) {
    for (const {
      name: partName,
      size = 3,
      on = flag,
      tags: labels = tags.filter((tag) => tag !== "x"),
      parts: inner = [],
    } of parts) {
      if (on) report(spec, `${partName} ${size}`);
      if (labels.includes("a")) report(spec, `${partName} has a`);
      for (const { name } of inner) report(spec, `${name} in ${partName} of ${ownName}`);
    }
  },
});
