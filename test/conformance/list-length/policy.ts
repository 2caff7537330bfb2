import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const listLength = policy({
  id: "list-length",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.tags?.length === 0) report(spec, "empty");
    if ((spec.tags?.length ?? 0) === 0) report(spec, "empty or absent");
    if (spec.tags !== undefined && spec.tags.length > 1) report(spec, `${spec.tags.length} tags`);
    const count = spec.tags?.length;
    if (count === undefined) report(spec, "absent");
    if (count === spec.count) report(spec, "as counted");
  },
});
