import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const ternary = policy({
  id: "ternary",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.flag ? spec.text : spec.main?.name;
    report(spec, text ?? "none");
    report(spec, spec.flag === undefined ? "unset" : spec.flag ? "set" : "cleared");
    if (spec.flag ? spec.main?.on : spec.text === "a") report(spec, "condition");
    if (!(spec.flag ? spec.main?.on : spec.text === "a")) report(spec, "no condition");
    const limit = (spec.main?.on ? spec.flag : !spec.flag) ? 1 : 2;
    if ((spec.count ?? 0) > limit) report(spec, `above ${limit}`);
  },
});
