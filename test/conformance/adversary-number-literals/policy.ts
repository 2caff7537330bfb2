import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

const sizes = [0x10, 0b11, 0o17, 1_000, 1e3, 1.0, 0.5e1, 0xffffffff];
export const adversaryNumberLiterals = policy({
  id: "adversary-number-literals",
  title: "a number is the same in whatever way it is written",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    report(spec, sizes.join(" "));
    report(spec, `${1e6} ${0x7fffffff} ${1_000_000_000_000} ${2} ${-0x1}`);
    if (sizes.includes(spec.count ?? -1)) report(spec, `${spec.count ?? -1} is a size`);
    if (spec.count === 0xffffffff) report(spec, "all bits");
    if (spec.ratio === 0.1e1) report(spec, "one");
    if (spec.ratio === 5e-1) report(spec, "half");
    if ((spec.count ?? 0) > 9.99e2) report(spec, "above 999");
  },
});
