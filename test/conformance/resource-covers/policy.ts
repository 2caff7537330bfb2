import { kinds, policy, resourceCovers } from "@writ/sdk";
import { Widget } from "../widget.js";

export const resourceCoversPolicy = policy({
  id: "resource-covers",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const part of spec.parts ?? []) {
      if (resourceCovers(part.name, "pods/exec")) report(part, "exec");
      if (resourceCovers(part.name, spec.text ?? "pods")) report(part, "text");
    }
  },
});
