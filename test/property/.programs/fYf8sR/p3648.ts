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

export const p3648 = policy({
  id: "p3648",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    const o1 = (spec.table?.[describe(spec.parts?.[0])] ?? spec.parts?.[0]);
    const l2 = (spec.main?.next?.parts ?? (o1 ?? spec.main)?.parts);
    const o3 = (((spec.port ?? spec.tags?.[0]) !== HTTP) ? o1 : spec.table?.[params.text]);
    for (const e4 of spec.main?.parts ?? []) { const n5 = spec.main?.next; if (n5 === undefined) continue; const l6 = spec.parts; }
    for (const e7 of spec.parts ?? []) { if (((e7.next === undefined) || (imageRef(spec.main?.name)?.tag === spec.tags?.[0]))) continue; }
    report(spec, params.text);
  },
});
