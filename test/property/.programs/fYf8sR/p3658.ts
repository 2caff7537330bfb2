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

export const p3658 = policy({
  id: "p3658",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    if ((imageRef(spec.main?.name)?.tag === spec.table?.[B]?.name)) { const n1 = spec.main; if (n1 === undefined) return; } else { if ((spec.count === (spec.count ?? ONE))) return; }
    const o2 = ((spec.table?.["a"]?.on ?? spec.parts?.some((p3) => spec.main?.on)) ? (/^[a-b]?$/u.test(params.text) ? spec.parts?.[0] : spec.table?.[EMPTY]) : spec.main);
    const l4 = spec.parts;
    if (((spec.flag || spec.main?.on) && spec.main?.parts?.filter((p5) => spec.text === B)?.some((p6) => (p6.tags?.[1] === EMPTY && spec.text !== B)))) { if (((spec.flag && spec.main?.on) === (spec.flag && spec.flag))) { const l7 = l4; } else { if (/^[a-b]?$/u.test(ODD)) { report(spec, A); } else { const l8 = spec.main?.parts; } const n9 = (spec.table?.["a"]?.name !== A ? spec.main : spec.main); if (n9 === undefined) return; } const l10 = ((l4 ?? l4) ?? (spec.parts ?? l4)); } else { const b11 = (l4?.every((p12) => p12.on) ?? l4?.every((p13) => spec.main?.on)); }
    if (/^[a-b]?$/u.test(describe((spec.text === ODD ? spec.parts?.[0] : spec.parts?.[0])))) { const b14 = spec.lists?.[0]?.includes(B); report(spec, A); } else { for (const e15 of spec.parts ?? []) { if (spec.main?.name === e15.name) { if (spec.text !== A) { const l16 = e15.parts; } else { if (spec.main?.on) continue; const b17 = spec.flag; } const n18 = spec.main?.next; if (n18 === undefined) continue; } else { report(e15, e15.name); } } }
    report(spec, B);
  },
});
