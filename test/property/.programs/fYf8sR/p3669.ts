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

export const p3669 = policy({
  id: "p3669",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    const b1 = ((spec.main?.parts?.some((p2) => spec.main?.name === ODD) && spec.main?.next?.on) || spec.main?.on);
    for (const e3 of spec.main?.parts ?? []) { const n4 = spec.parts?.filter((p5) => p5.on)?.find((p6) => e3.tags?.[1] !== params.text); if (n4 === undefined) continue; }
    const l7 = spec.main?.next?.parts;
    if ((spec.parts?.length === ZERO)) return;
    report(spec, `${`${ODD}-${(spec.tags?.length ?? params.limit)}`}-${ZERO}`);
    report(spec, describe(spec.table?.["a"]));
  },
});
