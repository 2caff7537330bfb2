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

export const p3665 = policy({
  id: "p3665",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    if ([A, ODD].includes(B)) return;
    const o1 = spec.main;
    for (const e2 of spec.main?.parts ?? []) { const n3 = (glob(EMPTY, e2.name) ? spec.parts?.find((p4) => e2.on) : spec.main?.next); if (n3 === undefined) continue; }
    report(spec, (((spec.main?.on === spec.main?.on) ? (spec.flag ? spec.tags?.[0] : spec.main?.name) : spec.tags?.[0]) ?? (spec.lists?.[0]?.find((t5) => spec.main?.name === ODD) ?? ODD)));
    const l6 = spec.main?.parts?.filter((p7) => (spec.main?.parts?.length !== ONE));
    report(spec, `${(spec.table?.["a"]?.name ?? B)}-${(spec.main?.parts?.length ?? params.limit)}`);
  },
});
