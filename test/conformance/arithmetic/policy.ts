import { integer, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const arithmetic = policy({
  id: "arithmetic",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { surge: integer(2) },
  check({ spec }, { params, report }) {
    const count = spec.count ?? 0;
    report(spec, `${count + 1} ${count - 1} ${count * 3} ${-count}`);
    if (count + params.surge > 10) report(spec, "surge");
    if ((spec.numbers ?? []).length * 2 - 1 === count) report(spec, "odd");
    if ((spec.numbers ?? []).some((number) => number + count === 0)) report(spec, "opposite");
    for (const part of spec.parts ?? []) {
      const total = (part.size ?? 0) + count;
      if (total > 5) report(part, `${part.name} comes to ${total}`);
      if ((part.size ?? 0) * count > 100) report(part, "product");
      if (-(part.size ?? 0) <= -7) report(part, "at least seven");
    }
  },
});
