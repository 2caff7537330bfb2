import { kinds, policy, string } from "@writ/sdk";
import { Widget } from "../widget.js";

const Object = { keys: "own keys" } as const;
const String = (text: string): string => `own ${text}`;
function isIp(text: string): boolean {
  return text === "ip";
}
export const adversaryShadowedGlobals = policy({
  id: "adversary-shadowed-globals",
  title: "names of one's own that hide what JavaScript has by that name",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const Set = spec.tags ?? [];
    const Map = spec.parts ?? [];
    const Math = Map.length;
    report(spec, `${Object.keys} ${String("string")} ${Set.length} ${Math}`);
    if (isIp(spec.text ?? "10.0.0.1")) report(spec, "own function");
    const globalThis = spec.main;
    if (globalThis?.name === "m") report(spec, "own global");
    for (const Array of Map) for (const JSON of Array.tags ?? []) if (Set.includes(JSON)) report(Array, JSON);
    const NaN = spec.count;
    if (NaN === spec.main?.size) report(spec, "equal to itself");
    if (Map.some((Infinity) => Infinity.size === NaN)) report(spec, "a part of that size");
    const isAbsent = (undefined: string): boolean => spec.text === undefined;
    if (isAbsent("ip")) report(spec, "own undefined");
  },
});
