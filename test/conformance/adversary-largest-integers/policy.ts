import { kinds, max, min, policy, sum } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryLargestIntegers = policy({
  id: "adversary-largest-integers",
  title: "integers agree up to 2^53 - 1, and what is beyond is no integer",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const numbers = spec.numbers ?? [];
    if (numbers.includes(9007199254740991)) report(spec, "holds the largest");
    if (numbers.includes(-9007199254740991)) report(spec, "holds the least");
    if (spec.count === 9007199254740991) report(spec, "is the largest");
    if (spec.count === 9007199254740990) report(spec, "is one less");
    for (const number of numbers) if (number > 9007199254740989) report(spec, `${number} is large`);
    if (numbers.some((number) => number < -9007199254740990)) report(spec, "one is below");
    report(spec, numbers.join(" "));
    report(spec, `extent ${max(numbers) ?? 0} ${min(numbers) ?? 0} ${sum(numbers) ?? "no sum"}`);
  },
});
