import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const orderNumbers = policy({
  id: "order-numbers",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const count = spec.count ?? 0;
    if (count < 1) report(spec, "< 1");
    if (count <= 1) report(spec, "<= 1");
    if (count > 1) report(spec, "> 1");
    if (count >= 1) report(spec, ">= 1");
    if (!(count > 1)) report(spec, "not > 1");
    if (spec.ratio !== undefined && spec.ratio > 0.1) report(spec, "ratio");
    if (spec.numbers !== undefined && spec.numbers.length >= 2) report(spec, "numbers");
  },
});
