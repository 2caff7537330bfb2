import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

const known = ["a", "b"] as const;
const more = [...known, "c"];

export const listSpread = policy({
  id: "list-spread",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const all = [...more, ...(spec.tags ?? [])];
    if (all.includes("x")) report(spec, "x");
    if (all.length > 4) report(spec, `${all.length} of them`);
    if (["z", ...(spec.tags ?? []), "w"].every((tag) => tag !== "y")) report(spec, "no y");
    report(spec, all.join("+"));
    for (const part of [...(spec.parts ?? []), ...(spec.main?.parts ?? [])]) {
      if (part.on === true) report(part, part.name);
    }
    const both = (spec.parts ?? []).concat(spec.main?.parts ?? []);
    for (const part of both.filter(({ size }) => size === 3)) report(part, "three");
    if (both.some(({ name }) => name === "y")) report(spec, "y among both");
  },
});
