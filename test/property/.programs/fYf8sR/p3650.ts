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

export const p3650 = policy({
  id: "p3650",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    const o1 = spec.parts?.[0];
    for (const e2 of spec.main?.parts ?? []) { const n3 = spec.table?.[A]; if (n3 === undefined) continue; for (const e4 of spec.main?.parts ?? []) { for (const e5 of spec.parts ?? []) { const b6 = e2.on; } report(e4, e4.name); } }
    if (glob(params.text, EMPTY)) { report(spec, EMPTY); } else { const b7 = ((spec.flag ?? spec.flag) ?? spec.tags?.includes(A)); if (spec.main?.on) { for (const e8 of spec.main?.parts ?? []) { report(e8, B); if (spec.table?.["a"]?.name === e8.name) { if (spec.flag) { report(e8, ODD); report(e8, EMPTY); } else { if (b7) { const l9 = spec.main?.parts; } else { const o11 = spec.main; } const b12 = spec.main?.on; } if (b7) { report(e8, ODD); } else { if (e8.tags?.[1] !== e8.name) continue; if (e8.tags?.[1] === params.text) continue; } } else { const l13 = e8.parts; if (spec.main?.name === e8.name) { report(e8, ODD); const o14 = spec.parts?.[0]; } else { const b15 = b7; } } } const o16 = spec.main; } else { const b17 = spec.lists?.[0]?.includes(params.text); } }
    report(spec, `${EMPTY}-${(o1?.size ?? (spec.parts ?? []).length)}`);
    if (!((spec.main?.parts?.every((p18) => spec.table?.["a"]?.name === ODD) && spec.lists?.[0]?.includes(B)))) return;
    report(spec, EMPTY);
  },
});
