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

export const p3644 = policy({
  id: "p3644",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    for (const e1 of spec.parts ?? []) { const l2 = spec.main?.parts; const l3 = l2?.filter((p4) => p4.on)?.filter((p5) => (spec.flag !== spec.main?.on)); }
    const o6 = spec.table?.[EMPTY];
    if (((spec.main?.port === HTTP) ? [A, B].includes(params.text) : (imageRef(spec.main?.name)?.tag !== spec.tags?.[0]))) { if ((ZERO < params.limit)) return; } else { if ((spec.table?.["a"]?.name?.startsWith(B) !== spec.parts?.[0]?.on)) return; for (const e7 of spec.parts ?? []) { const n8 = spec.table?.["a"]; if (n8 === undefined) continue; const l9 = (spec.main?.parts ?? spec.parts); } }
    const n10 = ((spec.tags?.includes(A) !== undefined) ? spec.table?.[EMPTY] : spec.table?.[ODD]);
    if (n10 === undefined) return;
    const b11 = spec.lists?.[0]?.includes(params.text);
    report(spec, EMPTY);
  },
});
