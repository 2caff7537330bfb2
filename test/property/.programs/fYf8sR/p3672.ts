import { compareQuantities, glob, imageRef, integer, kinds, policy, string, type Integer, type IntOrString } from "@writ/sdk";
import { Widget, type Part } from "../../../conformance/widget.js";

const A: string = "a";
const B: string = "b";
const EMPTY: string = "";
const ODD: string = "\"`\\ $(x) \u2028 😀";
const ZERO: Integer = 0;
const ONE: Integer = 1;
const HTTP: string = "http";

function isOpen(port: IntOrString | undefined): boolean {
  return port !== undefined && port !== 80 && port !== "http" && (port === 443 || port === "https" || port === "");
}

function isLarge(part: Part | undefined, limit: Integer): boolean {
  if (part === undefined) return false;
  const { size, next } = part;
  if (size === undefined) return next?.on ?? limit > 1;
  return size > limit;
}

function describe(part: Part | undefined): string {
  if (part === undefined) return "nothing";
  return part.size === undefined ? part.name : `${part.name}:${part.size}`;
}

export const p3672 = policy({
  id: "p3672",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    const o1 = spec.main;
    if (spec.main?.on) { const l2 = (spec.main?.parts?.filter((p3) => p3.on) ?? spec.table?.["a"]?.parts); if ((spec.main?.port === HTTP)) { const o4 = (o1 ?? o1); } else { const l5 = (spec.main?.parts ?? l2); const o6 = spec.main; } } else { const l7 = spec.parts?.filter((p8) => p8.on)?.filter((p9) => (ONE >= ZERO)); const n10 = ((params.limit <= ZERO) ? spec.parts?.[0] : spec.main); if (n10 === undefined) return; }
    report(spec, ((spec.parts?.[0] ?? spec.main)?.name ?? (spec.tags?.[0] ?? params.text)));
    report(spec, ODD);
    if ((/^[a-b]?$/u.test((spec.text === A ? B : B)) ? ((spec.main?.next !== undefined) || (spec.main?.parts === undefined)) : /^[a-b]?$/u.test(ODD))) { const n11 = (spec.table?.[ODD] ?? spec.parts?.find((p12) => spec.text !== B)); if (n11 === undefined) return; } else { report(spec, B); const b13 = spec.flag; }
    report(spec, (spec.text ?? describe(spec.parts?.[0])));
  },
});
