import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const limitOfOperands = policy({
  id: "limit-of-operands",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { oldObject, report }) {
    // Only what is computed with must be within a limit.
    if ((spec.main?.size ?? 0) * 3 > 10) report(spec, "large");
    if (spec.count === 9007199254740991) report(spec, "the largest");
    if (spec.ratio !== undefined) report(spec, "a ratio");
    if (oldObject?.spec.ratio !== undefined) report(spec, "a ratio before");
    for (const part of spec.parts ?? []) if (part !== undefined && part.on === true) report(part, "on");
  },
});
