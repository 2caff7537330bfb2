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

export const p3657 = policy({
  id: "p3657",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    report(spec, B);
    const l1 = spec.parts;
    const b2 = ((spec.table?.["a"] !== undefined) ? spec.table?.["a"] : (spec.main?.name === ODD ? spec.main?.next : spec.main?.next))?.on;
    const b3 = spec.main?.on;
    for (const e4 of spec.parts ?? []) { if ((spec.numbers?.[0] !== ONE)) continue; }
    report(spec, params.text);
  },
});
