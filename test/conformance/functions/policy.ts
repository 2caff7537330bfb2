import { kinds, policy } from "@writ/sdk";
import { Widget, type Part, type WidgetSpec } from "../widget.js";

const isOn = ({ on }: Part): boolean => on === true;

function isLarge(part: Part | undefined, limit = 3): boolean {
  return part?.size !== undefined && part.size > limit;
}

function describe(spec: WidgetSpec): string {
  if (spec.text !== undefined) return spec.text;
  const { main } = spec;
  if (main === undefined) return "nothing";
  if (main.size === undefined) return main.name;
  return `${main.name} of ${main.size}`;
}

export const functions = policy({
  id: "functions",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (isLarge(spec.main)) report(spec, "main is large");
    if (isLarge(spec.main, 5)) report(spec, "main is larger");
    report(spec, describe(spec));
    if ((spec.parts ?? []).some(isOn)) report(spec, "one is on");
    const sizeOf = (part: Part) => part.size ?? spec.count;
    for (const part of spec.parts ?? []) {
      const isSame = (other: Part) => other.name === part.name;
      if (sizeOf(part) === 1) report(part, "size 1");
      if (part.parts?.every(isSame)) report(part, "all the same");
    }
  },
});
