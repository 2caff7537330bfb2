import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

enum Level {
  Low = "low",
  High = "high",
}

enum Size {
  Small = 1,
  Large = 10,
}

export const enumInAConstant = policy({
  id: "enum-in-a-constant",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const wanted = spec.flag === true ? Level.High : Level.Low;
    const highest = Level.High;
    const limit = Size.Large;
    if (spec.text === highest) report(spec, `is ${highest}`);
    if (spec.text === wanted) report(spec, "as wanted");
    if ((spec.count ?? 0) > limit) report(spec, `above ${limit}`);
  },
});
