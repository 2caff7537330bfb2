import { codePointLength, codePointSlice, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryCodePointPositions = policy({
  id: "adversary-code-point-positions",
  title: "positions in a text are counted in code points, so nothing is cut inside a character",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "";
    report(spec, `${codePointLength(text)}`);
    report(spec, `<${codePointSlice(text, 0, 1)}> <${codePointSlice(text, 1, 2)}> <${codePointSlice(text, -1)}>`);
    report(
      spec,
      `<${codePointSlice(text, 2, 1)}> <${codePointSlice(text, -100, 1)}> <${codePointSlice(text, 100)}> <${codePointSlice(text, -2, -1)}>`,
    );
    report(spec, `<${codePointSlice(text, -0)}> <${codePointSlice(text, 0, -0)}>`);
  },
});
