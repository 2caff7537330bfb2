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

export const p3679 = policy({
  id: "p3679",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    const n1 = spec.table?.[ODD];
    if (n1 === undefined) return;
    const o2 = ((spec.main ?? (spec.table?.["a"] ?? spec.parts?.[0])) ?? spec.main);
    for (const e3 of spec.main?.parts ?? []) { if (((spec.main?.on || spec.main?.on) === undefined)) continue; }
    for (const e4 of spec.parts ?? []) { if ((n1.size !== (spec.main?.size ?? ONE))) { for (const e5 of spec.main?.parts ?? []) { const n6 = e4.next; if (n6 === undefined) continue; } report(e4, B); } else { const l7 = spec.main?.parts?.filter((p8) => spec.tags?.[0] === n1.name); } const l9 = (spec.main?.parts ?? spec.main?.parts)?.filter((p10) => (spec.text === spec.tags?.[0])); }
    if ((o2?.parts !== undefined)) return;
    report(spec, ODD);
  },
});
