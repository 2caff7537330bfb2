import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const intOrString = policy({
  id: "int-or-string",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.port === 80) report(spec, "number 80");
    if (spec.port === "80") report(spec, "text 80");
    if ((spec.port ?? 80) === 80) report(spec, "80 by default");
    for (const port of ["http", 443] as const) if (spec.port === port) report(spec, `is ${port}`);
    if (spec.parts?.some((part) => part.port === spec.port)) report(spec, "shared");
  },
});
