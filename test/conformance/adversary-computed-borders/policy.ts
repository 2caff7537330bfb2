import { count, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryComputedBorders = policy({
  id: "adversary-computed-borders",
  title: "integers that are computed with stay where every engine computes alike",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const count = spec.count ?? 0;
    report(spec, `${count + 1} ${count * 3 - 2}`);
    if ((spec.numbers ?? []).some((number) => number - count > 1125899906842624)) report(spec, "far apart");
  },
});
