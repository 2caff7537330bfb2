import { kinds, policy, string, type Integer } from "@writ/sdk";
import { Widget, type Part } from "../widget.js";

const twice = (text: string, other = `${text}!`, third = other + text): string => `${text}${other}${third}`;
function pick(part: Part | undefined, parts: readonly Part[] = part?.parts ?? []): string {
  if (part === undefined) return "none";
  const { name, on = parts.length > 1 } = part;
  if (on) return name;
  for (const part of parts) if (part.on) return pick2(part, name);
  return `${name}?`;
}
function pick2(name: Part, part: string): string {
  const inner = (part: Part): string => `${part.name}-${name.name}`;
  return `${part} ${inner(name)}`;
}
const add = (a: Integer, b: Integer): Integer => a + b;
const isBetween = (low: Integer, high: Integer, value = low): boolean => low <= value && value <= high;
export const adversaryInlinedFunctions = policy({
  id: "adversary-inlined-functions",
  title: "functions called inside each other's arguments, with defaults that name other parameters",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    report(spec, twice(twice("a", "b"), twice("c", "d", "e")));
    report(spec, pick(spec.main));
    report(spec, pick(spec.parts?.[0], spec.parts));
    report(spec, `${add(add(1, spec.count ?? 2), add(spec.count ?? 3, -4))}`);
    if (isBetween(add(-1, -1), 5, spec.count)) report(spec, "between");
    const name = spec.text ?? "x";
    const label = (text: string): string => `${text}${name}`;
    for (const tag of spec.tags ?? []) {
      const name = label(tag);
      const other = (text: string): string => label(`${text}${name}`);
      report(spec, other("o"));
    }
  },
});
