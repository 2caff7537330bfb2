import { kinds, max, min, policy, sum } from "@writ/sdk";
import { Widget } from "../widget.js";

export const integersOfLists = policy({
  id: "integers-of-lists",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const total = sum(spec.numbers);
    if (total === undefined) report(spec, "no sum");
    else report(spec, `sum ${total}`);
    const least = min(spec.numbers);
    const most = max(spec.numbers);
    if (least !== undefined && most !== undefined) report(spec, `from ${least} to ${most}`);
    const sizes = sum((spec.parts ?? []).map((part) => part.size ?? 1)) ?? 0;
    if (sizes > 10) report(spec, `sizes ${sizes}`);
    if ((max((spec.parts ?? []).map((part) => part.size ?? 1)) ?? 0) > 8) report(spec, "a large part");
    if (sum([3, spec.count ?? 4]) === 7) report(spec, "seven");
  },
});
