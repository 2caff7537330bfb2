import { codePointLength, codePointSlice, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const codePoints = policy({
  id: "code-points",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const length = codePointLength(spec.text);
    if (length === undefined) report(spec, "no text");
    else report(spec, `length ${length}`);
    const text = spec.text ?? "none";
    if (codePointLength(text) > 4) report(spec, "long");
    report(spec, `head <${codePointSlice(text, 0, 2)}> tail <${codePointSlice(text, -2)}>`);
    report(spec, `inner <${codePointSlice(text, 1, -1)}> all <${codePointSlice(text, 0)}>`);
    const start = spec.count ?? 1;
    report(spec, `from ${start} <${codePointSlice(text, start)}> to it <${codePointSlice(text, 0, start)}>`);
    if (codePointSlice(spec.text, 1, 3) === "😀b") report(spec, "found");
    for (const part of spec.parts ?? []) {
      if (codePointLength(part.name) > 3) report(part, "long name", ["name"]);
    }
  },
});
