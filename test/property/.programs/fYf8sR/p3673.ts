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

export const p3673 = policy({
  id: "p3673",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    const n1 = spec.main?.next;
    if (n1 === undefined) return;
    const n2 = n1.next;
    if (n2 === undefined) return;
    if ((!(isLarge(spec.main?.next, params.limit)) || (n2.next?.port === HTTP))) { const b3 = spec.flag; for (const e4 of spec.parts ?? []) { if (spec.parts?.some((p5) => n2.on)) continue; } } else { report(spec, A); if (n2.tags?.[1] === B) return; }
    const n6 = spec.main?.next;
    if (n6 === undefined) return;
    if (!((n2.next?.port === HTTP))) { for (const e7 of spec.parts ?? []) { const l8 = n1.next?.parts; if ((e7.port !== spec.port)) continue; } } else { const l9 = (n2.parts ?? n2.next?.parts); report(spec, ODD); }
    report(spec, A);
  },
});
