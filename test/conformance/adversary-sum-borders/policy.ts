import { kinds, min, policy, sum } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversarySumBorders = policy({
  id: "adversary-sum-borders",
  title: "a sum that leaves the integers has no value, and says so",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const total = sum(spec.numbers);
    if (total === undefined) report(spec, "no total");
    else if (total > 9007199254740990) report(spec, `${total}`);
    const squares = sum((spec.parts ?? []).map((part) => (part.size ?? 0) * (part.size ?? 0)));
    report(spec, `${squares ?? "too much"}`);
    if (sum([]) === 0 && min([]) === undefined) report(spec, "nothing adds up to zero");
  },
});
