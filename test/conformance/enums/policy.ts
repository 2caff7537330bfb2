import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

enum Level {
  Low = "low",
  High = "high",
  Accent = "é",
}

const enum Size {
  Small = 1,
  Medium,
  Large = Medium * 5,
}

enum Zero {
  First,
  Second,
}

export const enums = policy({
  id: "enums",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.text === Level.High) report(spec, `level ${Level.High}`);
    if (spec.text === Level["Accent"]) report(spec, "accent");
    if ((spec.count ?? 0) >= Size.Large) report(spec, `at least ${Size.Large}`);
    switch (spec.count) {
      case Size.Small:
        report(spec, "small");
        break;
      case Size.Medium:
        report(spec, "medium");
        break;
      case Zero.First:
        report(spec, "zero");
        break;
    }
    const wanted: readonly string[] = [Level.Low, Level.High];
    if (wanted.includes(spec.text ?? "")) report(spec, "wanted");
  },
});
