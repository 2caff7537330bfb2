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

export const p3645 = policy({
  id: "p3645",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    if (/^[a-b]?$/u.test(A)) { const o1 = spec.table?.[A]; } else { const l2 = spec.main?.parts; if ((isLarge(spec.main?.next, ZERO) ? (imageRef(spec.tags?.[0])?.tag !== spec.main?.name) : (spec.port === HTTP))) return; }
    const l3 = spec.main?.parts;
    const l4 = spec.main?.parts;
    const b5 = l4?.filter((p7) => p7.tags?.[1] !== EMPTY)?.map((m6) => m6.name)?.includes(describe(spec.table?.[A]));
    if ([A, ((spec.parts !== undefined) ? `${params.text}-${ZERO}` : `${ODD}-${ONE}`)].includes((spec.text ?? B))) return;
    report(spec, B);
  },
});
