import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

const allowed = ["p", "q"] as const;
export const listLiteral = policy({
  id: "list-literal",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const name of ["a", spec.main?.name ?? "m", spec.text ?? "t"]) report(spec, name);
    if ([1, 2, 3].some((number) => number === spec.count)) report(spec, "1 to 3");
    if (allowed.length === 2) report(spec, `${allowed.length}`);
  },
});
