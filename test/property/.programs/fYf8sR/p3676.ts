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

export const p3676 = policy({
  id: "p3676",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    for (const e1 of spec.parts ?? []) { const o2 = spec.main; const n3 = (glob(A, params.text) ? (spec.table?.["a"] ?? e1.next) : (e1.next ?? spec.parts?.[0])); if (n3 === undefined) continue; }
    const l4 = spec.main?.parts;
    const l5 = (l4 ?? l4);
    report(spec, ODD);
    const l6 = (spec.main?.parts ?? l5);
    report(spec, `${B}-${(spec.parts?.filter((p7) => p7.tags?.[1] === EMPTY) ?? []).length}`);
  },
});
