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

export const p3652 = policy({
  id: "p3652",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    if (((spec.table?.["a"]?.on !== spec.tags?.includes(params.text)) ? (isOpen(spec.port) && isOpen(spec.port)) : ((spec.table?.["a"]?.name === B ? spec.tags?.[0] !== EMPTY : spec.main?.on) && (spec.parts !== undefined)))) { for (const e1 of spec.parts ?? []) { for (const e2 of spec.main?.parts ?? []) { const l3 = e2.parts; } for (const e5 of spec.parts ?? []) { if (spec.text !== B) { report(e5, B); } else {  } const b8 = spec.flag; } } } else { const l9 = (spec.main ?? spec.main?.next)?.parts; const b10 = (l9 ?? spec.main?.parts)?.some((p11) => (imageRef(spec.table?.["a"]?.name)?.tag !== spec.table?.["a"]?.name)); }
    for (const e12 of spec.parts ?? []) { if ((params.limit > params.limit)) continue; const l13 = spec.parts?.filter((p14) => isLarge(e12.next, params.limit)); }
    if ((((spec.flag || spec.tags?.[0] !== params.text) ? (spec.main?.next ?? spec.table?.["a"]) : spec.main?.parts?.find((p15) => spec.text !== A)) !== undefined)) return;
    const o16 = (spec.main?.parts?.find((p17) => (spec.main?.port === p17.port)) ?? ((spec.text !== params.text && spec.main?.on) ? spec.parts?.[0] : spec.parts?.find((p18) => p18.on)));
    const o19 = spec.table?.["a"];
    report(spec, `${EMPTY}-${params.limit}`);
  },
});
