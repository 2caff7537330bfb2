import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const listFilter = policy({
  id: "list-filter",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const on = spec.parts?.filter((part) => part.on === true);
    if (on === undefined) report(spec, "no parts");
    if (on?.length === 0) report(spec, "none on");
    for (const part of on ?? []) report(part, `${part.name} of ${on?.length ?? 0}`);
    const both = (spec.parts ?? []).filter((part) => part.on).filter((part) => part.size !== undefined);
    for (const part of both) report(part, `${part.size ?? 0}`, ["size"]);
    if (both.some((part) => part.name === "a")) report(spec, "a");
  },
});
