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

export const p3666 = policy({
  id: "p3666",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    for (const e1 of spec.parts ?? []) { report(e1, B); report(e1, B); }
    const o2 = (((spec.table?.["a"]?.name !== params.text ? spec.main : spec.main?.next) ?? spec.main) ?? spec.main);
    const o3 = spec.main?.next;
    if ((spec.main?.parts?.filter((p4) => spec.flag)?.filter((p5) => /^[a-b]?$/u.test(EMPTY)) === undefined)) { if (((spec.numbers?.[0] === ONE) ? spec.table?.["a"]?.name !== ODD : [A, B].includes(B))) { const b6 = spec.main?.on; const n7 = o3; if (n7 === undefined) return; } else { const o8 = o2; } if ((spec.flag !== spec.tags?.[0]?.startsWith(B))) return; } else { for (const e9 of spec.main?.parts ?? []) { for (const e10 of spec.parts ?? []) { const b11 = spec.main?.on; } } if ((ZERO > (spec.parts ?? []).length)) { for (const e12 of spec.main?.parts ?? []) { if (e12.tags?.[1] === ODD) {  } else { if (spec.flag) continue; } if (spec.main?.on) continue; } } else { const b15 = (spec.flag && spec.main?.on); } }
    report(spec, ODD);
    report(spec, A);
  },
});
