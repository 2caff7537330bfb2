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

export const p3659 = policy({
  id: "p3659",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    for (const e1 of spec.main?.parts ?? []) { const l2 = spec.parts; }
    if (!(/^[a-b]?$/u.test((spec.main?.name ?? B)))) { const b3 = spec.main?.on; const b4 = spec.main?.name?.startsWith(EMPTY); } else { const l5 = (spec.main?.parts ?? spec.parts)?.filter((p6) => (p6.on !== undefined)); const n7 = spec.table?.[EMPTY]; if (n7 === undefined) return; }
    if ((spec.port !== spec.main?.next?.port)) return;
    if ((((spec.tags?.[0] !== A ? spec.main?.next : spec.parts?.[0]) ?? spec.main?.next) !== undefined)) return;
    report(spec, ODD);
    report(spec, `${params.text}-${(spec.parts?.[0]?.size ?? ZERO)}`);
  },
});
