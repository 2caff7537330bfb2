import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const listParts = policy({
  id: "list-parts",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const tags = spec.tags ?? [];
    report(spec, `at ${tags.at(0) ?? "-"} ${tags.at(2) ?? "-"} ${tags.at(-1) ?? "-"} ${tags.at(-3) ?? "-"}`);
    report(spec, `slice ${tags.slice(1).join(",")} ${tags.slice(0, 2).join(",")} ${tags.slice(-2).join(",")}`);
    report(spec, `middle ${tags.slice(1, -1).join("")}`);
    report(spec, `all ${tags.slice().length}`);
    const [first, , third = "none"] = tags;
    if (first !== undefined) report(spec, `${first} and ${third}`);
    for (const part of (spec.parts ?? []).slice(1)) report(part, part.name);
    const last = spec.parts?.at(-1);
    if (last?.on === true) report(spec, `last ${last.name}`);
  },
});
