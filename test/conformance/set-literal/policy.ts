import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

const names = new Set(["a", "constructor", "a"]);
export const setLiteral = policy({
  id: "set-literal",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (names.has(spec.text ?? "")) report(spec, "in the set");
    if (!names.has(spec.text ?? "")) report(spec, "not in the set");
    if (new Set([1, 2]).has(spec.count ?? 0)) report(spec, "1 or 2");
    for (const part of spec.parts ?? []) if (names.has(part.name)) report(part, part.name);
  },
});
