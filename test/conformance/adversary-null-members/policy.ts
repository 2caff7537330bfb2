import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryNullMembers = policy({
  id: "adversary-null-members",
  title: "a null member is an absent one, whatever asks for it",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const table = spec.table ?? {};
    report(spec, `text ${spec.text ?? "absent"}`);
    if (spec.flag === undefined) report(spec, "no flag");
    if (spec.flag !== false) report(spec, "flag is not false");
    if (Object.hasOwn(table, "gone")) report(spec, "has gone");
    if (!Object.keys(table).includes("gone")) report(spec, "no key gone");
    report(spec, `${Object.keys(table).length} keys`);
    if (Object.values(table).every((part) => part.name === "a")) report(spec, "every value is a");
    if (table["gone"] === undefined) report(spec, "looked up in vain");
    if (spec.main?.next === undefined) report(spec, "no next");
    for (const tag of spec.tags ?? ["default"]) report(spec, tag);
  },
});
