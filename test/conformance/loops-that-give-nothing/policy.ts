import { kinds, policy } from "@writ/sdk";
import { Widget, type Part } from "../widget.js";

function described(parts: readonly Part[], limit: number): string {
  for (const part of parts) {
    for (const tag of part.tags ?? []) {
      if (tag === part.name) continue;
    }
  }
  if (parts.length > limit) {
    for (const part of parts) if (part.on === true) return part.name;
  }
  return "none";
}

export const loopsThatGiveNothing = policy({
  id: "loops-that-give-nothing",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    report(spec, `is ${described(spec.parts ?? [], 1)}`);
  },
});
