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

export const p3661 = policy({
  id: "p3661",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    const l1 = spec.main?.parts;
    const b2 = l1?.filter((p3) => (spec.main?.parts === undefined))?.every((p4) => (spec.table?.[params.text] !== undefined));
    if (glob(ODD, params.text)) return;
    if ((spec.flag !== undefined)) { for (const e5 of spec.parts ?? []) { report(e5, A); } } else { if ((spec.table?.["a"] === undefined)) { if ((imageRef(spec.text)?.tag === spec.main?.name)) {  } else { if (spec.main?.on) { report(spec, B); } else { const o7 = spec.main; } } } else { for (const e8 of spec.parts ?? []) { if (spec.flag) continue; } } const o9 = ((b2 !== undefined) ? spec.table?.["a"] : l1?.find((p10) => spec.main?.name !== params.text)); }
    const n11 = spec.parts?.[0];
    if (n11 === undefined) return;
    report(spec, (spec.text ?? (spec.tags?.[0] !== EMPTY ? EMPTY : describe(spec.table?.["a"]))));
  },
});
