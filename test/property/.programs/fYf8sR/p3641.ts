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

export const p3641 = policy({
  id: "p3641",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    for (const e1 of spec.parts ?? []) { if (((spec.flag || e1.on) === (e1.on ?? spec.main?.on))) continue; const b2 = e1.on; }
    const n3 = spec.parts?.find((p4) => (ZERO > (spec.main?.size ?? ONE)));
    if (n3 === undefined) return;
    const n5 = ((ZERO <= params.limit) ? spec.main?.next : spec.main?.next);
    if (n5 === undefined) return;
    const n6 = (spec.text !== B ? (spec.table?.["a"] ?? n3.parts?.find((p7) => p7.on)) : ((spec.tags?.[0] === B ? spec.text === n5.name : spec.tags?.[0] === EMPTY) ? (spec.main?.next ?? spec.table?.["a"]) : (spec.text === ODD ? spec.parts?.[0] : spec.table?.["a"])));
    if (n6 === undefined) return;
    if (n3.on) { if (isLarge((spec.tags?.[0] !== n6.name ? n3.next : n3.next), (spec.main?.size ?? params.limit))) return; const n8 = spec.parts?.[0]; if (n8 === undefined) return; } else { report(spec, EMPTY); report(spec, n5.name); }
    report(spec, describe(((spec.main?.on ? spec.parts?.[0] : spec.main?.next) ?? spec.main?.parts?.find((p9) => spec.flag))));
  },
});
