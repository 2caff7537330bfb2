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

export const p3642 = policy({
  id: "p3642",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    for (const e1 of spec.parts ?? []) { const b2 = spec.main?.next?.parts?.some((p3) => (spec.flag || e1.tags?.[1] === params.text)); const n4 = e1.next; if (n4 === undefined) continue; }
    if (((spec.main?.port !== HTTP) || ((spec.tags?.[0] === B || spec.table?.["a"]?.name !== A) && (spec.main?.on && spec.text !== EMPTY)))) return;
    report(spec, B);
    for (const e5 of spec.main?.parts ?? []) { report(e5, (e5.tags?.[1] ?? EMPTY)); report(e5, ((imageRef(spec.table?.["a"]?.name)?.tag === spec.text) ? (spec.tags?.[0] !== params.text ? A : A) : describe(e5.next))); }
    const b6 = spec.table?.["a"]?.name?.startsWith(A);
    report(spec, (isLarge(spec.table?.[ODD], (spec.count ?? ONE)) ? `${(spec.text !== params.text ? B : A)}-${params.limit}` : ODD));
  },
});
