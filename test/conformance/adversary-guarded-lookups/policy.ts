import { kinds, policy, string } from "@writ/sdk";
import { Widget } from "../widget.js";

const limits: Readonly<Record<string, number>> = { web: 3, db: 5 };
const names: Readonly<Record<string, string>> = { web: "W", db: "D" };
export const adversaryGuardedLookups = policy({
  id: "adversary-guarded-lookups",
  title: "a look-up in an object is guarded by a test of the same key in the same object",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const key = spec.text ?? "none";
    report(spec, Object.hasOwn(limits, key) ? `${limits[key] ?? 0}` : "no limit");
    if (Object.hasOwn(names, key) && names[key] === "W") report(spec, "W");
    if (!Object.hasOwn(limits, key) || limits[key] === 5) report(spec, "five or none");
    for (const tag of spec.tags ?? []) {
      if (!Object.hasOwn(names, tag)) continue;
      report(spec, `${tag} ${names[tag] ?? "-"}`);
    }
    if (!Object.hasOwn(limits, key)) return;
    if ((spec.numbers ?? []).some((number) => number > (limits[key] ?? 0))) report(spec, "above");
    for (const part of spec.parts ?? []) {
      const key = part.name;
      if (Object.hasOwn(limits, key)) report(part, `${limits[key] ?? 0}`);
    }
  },
});
