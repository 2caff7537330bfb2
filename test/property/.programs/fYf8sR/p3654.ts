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

export const p3654 = policy({
  id: "p3654",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    if (spec.table?.["a"]?.name === B) return;
    if (!(((spec.port !== HTTP) || (spec.main?.on === spec.flag)))) { if (([A, B].includes(params.text) ? spec.main?.on : (spec.main?.on ? spec.flag : spec.main?.on))) return; const b1 = (spec.parts?.every((p2) => spec.text === params.text) && spec.main?.name?.startsWith(EMPTY)); } else { const n3 = spec.main?.next; if (n3 === undefined) return; }
    const n4 = (spec.main ?? spec.main?.next);
    if (n4 === undefined) return;
    if (!(isOpen((spec.main?.port ?? n4.tags?.[1])))) { const l5 = n4.parts; const n6 = spec.main?.next; if (n6 === undefined) return; } else { const b7 = spec.main?.parts?.every((p8) => (spec.table?.["a"]?.name !== params.text && spec.table?.["a"]?.name === n4.name)); if ((spec.main?.port !== HTTP)) return; }
    if ((spec.parts === undefined)) { for (const e9 of spec.main?.parts ?? []) { report(e9, describe(spec.table?.["a"])); const n10 = (spec.flag ? spec.main?.next : spec.table?.["a"]); if (n10 === undefined) continue; } } else { const b11 = spec.main?.on; }
    report(spec, `${((spec.table?.["a"]?.name !== params.text ? spec.main?.name : spec.text) ?? describe(spec.main?.next))}-${ZERO}`);
  },
});
