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

export const p3664 = policy({
  id: "p3664",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    for (const e1 of spec.main?.parts ?? []) { for (const e2 of spec.parts ?? []) { if ((imageRef(spec.text)?.tag === e2.tags?.[1])) { const b3 = spec.flag; if (spec.text === EMPTY) continue; } else {  } report(e2, A); } for (const e6 of spec.main?.parts ?? []) { report(e6, (spec.tags?.[0] ?? B)); } }
    if ((isLarge(spec.table?.[A], (spec.main?.parts ?? []).length) || (spec.numbers?.[0] === ZERO))) return;
    const n7 = spec.parts?.[0];
    if (n7 === undefined) return;
    if ((spec.table?.["a"]?.name === n7.tags?.[1])) { const l8 = n7.parts?.filter((p9) => (imageRef(spec.tags?.[0])?.tag === n7.tags?.[1])); } else { if ([A, (spec.table?.["a"]?.name !== EMPTY ? EMPTY : B)].includes((spec.tags?.[0] ?? n7.name))) { const l10 = spec.main?.parts; const n11 = (spec.tags?.[0] === EMPTY ? spec.table?.["a"] : spec.parts?.[0]); if (n11 === undefined) return; } else { const l12 = spec.main?.parts?.filter((p13) => n7.on); const o14 = spec.main?.next; } const o15 = spec.parts?.[0]; }
    for (const e16 of spec.parts ?? []) { if (isOpen(e16.port)) { const b17 = spec.main?.parts?.every((p18) => n7.on); if ([A, EMPTY].includes(B)) { const l19 = e16.parts; const b20 = e16.on; } else { const n21 = spec.table?.["a"]; if (n21 === undefined) continue; } } else { for (const e22 of spec.main?.parts ?? []) { report(e22, B); const n23 = e16.next; if (n23 === undefined) continue; } if ((e16.size !== ONE)) continue; } }
    report(spec, (spec.main?.name ?? ((spec.main?.on ? spec.table?.["a"]?.name === B : spec.tags?.[0] !== B) ? `${params.text}-${params.limit}` : ODD)));
  },
});
