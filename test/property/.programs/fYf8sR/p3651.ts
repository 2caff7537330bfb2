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

export const p3651 = policy({
  id: "p3651",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    for (const e1 of spec.main?.parts ?? []) { const n2 = (spec.parts?.[0] ?? (spec.flag ? spec.main?.next : spec.table?.["a"])); if (n2 === undefined) continue; report(e1, e1.name); }
    if ((((spec.main?.port !== spec.main?.port) && spec.main?.on) && spec.tags?.[0] === EMPTY)) return;
    const l3 = spec.table?.[EMPTY]?.parts;
    for (const e4 of spec.main?.parts ?? []) { report(e4, EMPTY); }
    const o5 = spec.table?.["a"];
    report(spec, params.text);
  },
});
