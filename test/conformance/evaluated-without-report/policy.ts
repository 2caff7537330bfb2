import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const evaluatedWithoutReport = policy({
  id: "evaluated-without-report",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.flag === true) report(spec, "on");
    // Nothing is reported below, but JavaScript evaluates it: so the document must have its shape.
    for (const part of spec.parts ?? []) {
      if (part.name.startsWith("a")) continue;
    }
    const { main } = spec;
    if (main === undefined) return;
    const names = main.name.split("/");
    if (names.includes("x")) return;
  },
});
