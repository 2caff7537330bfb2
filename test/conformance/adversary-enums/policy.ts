import { kinds, policy, string } from "@writ/sdk";
import { Widget } from "../widget.js";

enum Level {
  Low = "low",
  High = "high",
  Same = "low",
  Odd = "$(x) {{y}} \"'`\\\n",
  Empty = "",
}
enum Size {
  Minus = -2,
  Next,
  Zero,
  Flag = 1 << 4,
  Sum = Flag + 3,
  Hex = 0x10,
}
const levels: readonly string[] = [Level.Low, Level.Odd, Level["Empty"]];
const sizes: Readonly<Record<string, number>> = { low: Size.Minus, high: Size.Sum };
export const adversaryEnums = policy({
  id: "adversary-enums",
  title: "enums whose members share a value, count on, or hold what is no name",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "none";
    if (text === Level.Same) report(spec, `same ${Level.Low}`);
    if (levels.includes(text)) report(spec, Level.Odd);
    if (spec.count === Size.Next || spec.count === Size.Zero) report(spec, `${Size.Next} ${Size.Zero}`);
    if (spec.count === Size.Flag && Size.Hex === Size.Flag) report(spec, "flag");
    if (Object.hasOwn(sizes, text) && sizes[text] === spec.count) report(spec, `${Size.Sum} ${Size.Minus}`);
    switch (text) {
      case Level.Empty:
        report(spec, "empty");
        break;
      case Level.Odd:
        report(spec, "odd");
    }
  },
});
