import { kinds, policy } from "@writ/sdk";
import { Widget, type Part } from "../widget.js";

function isNamed(part: Part | undefined): boolean {
  return part !== undefined && (part.name !== "" || part.on === true);
}

function isThere(name: string | undefined): boolean {
  return name !== undefined;
}

export const conditionsThatAlwaysHold = policy({
  id: "conditions-that-always-hold",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const part of spec.parts ?? []) {
      if (part.on === true && (isThere(part.name) || part.size === 1)) report(part, "on");
      if ((isThere(part.name) && isNamed(part)) || part.size === 1) report(part, "named");
      const chosen = isThere(part.name) ? (part.size ?? 7) : isNamed(part) ? 1 : 2;
      report(part, `${chosen}`);
    }
    const kind = spec.flag === true ? (1 > 2 ? "never" : undefined) : undefined;
    report(spec, kind ?? "none");
  },
});
