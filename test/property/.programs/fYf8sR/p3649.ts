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

export const p3649 = policy({
  id: "p3649",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    if ((spec.main?.next?.tags?.includes((spec.table?.["a"]?.name ?? A)) !== spec.table?.["a"]?.name?.startsWith(ODD))) return;
    const o1 = spec.parts?.find((p2) => isOpen(spec.port));
    for (const e3 of spec.main?.parts ?? []) { for (const e4 of spec.parts ?? []) { report(e4, e4.name); } }
    report(spec, `${params.text}-${params.limit}`);
    const n5 = ((spec.main?.parts ?? spec.main?.parts) ?? spec.main?.parts)?.find((p6) => (spec.parts !== undefined));
    if (n5 === undefined) return;
    report(spec, `${`${`${ODD}-${ZERO}`}-${params.limit}`}-${ONE}`);
  },
});
