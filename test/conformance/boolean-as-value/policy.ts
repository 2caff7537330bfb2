import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const booleanAsValue = policy({
  id: "boolean-as-value",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const both = spec.flag && spec.main?.on;
    const either = spec.flag || spec.main?.on;
    const neither = !either;
    if (both === undefined) report(spec, "both is absent");
    if (both === false) report(spec, "both is false");
    if (both === true) report(spec, "both is true");
    if (either === undefined) report(spec, "either is absent");
    if (either !== true) report(spec, "either is not true");
    if (neither === false) report(spec, "neither is false");
  },
});
