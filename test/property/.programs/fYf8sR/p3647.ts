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

export const p3647 = policy({
  id: "p3647",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    const n1 = spec.main;
    if (n1 === undefined) return;
    const b2 = spec.flag;
    const o3 = n1.next;
    for (const e4 of spec.parts ?? []) { const o5 = spec.main?.next; for (const e6 of spec.main?.parts ?? []) { const n7 = spec.parts?.[0]; if (n7 === undefined) continue; for (const e8 of spec.parts ?? []) { const l9 = n7.parts; if (n1.tags?.[1] === e6.name) {  } else { report(e8, ODD); } } } }
    const l12 = spec.parts;
    report(spec, EMPTY);
  },
});
