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

export const p3646 = policy({
  id: "p3646",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    const n1 = spec.table?.[ODD];
    if (n1 === undefined) return;
    const n2 = spec.table?.[B];
    if (n2 === undefined) return;
    if (n1.on) { const n3 = spec.table?.[EMPTY]; if (n3 === undefined) return; const n4 = n3.next; if (n4 === undefined) return; } else { if ((spec.main !== undefined)) { if ((n2.on === undefined)) { if (spec.tags?.[0] === n2.name) { const l5 = n1.parts; const b6 = n1.on; } else { report(spec, n2.name); const n7 = n2.next; if (n7 === undefined) return; } } else { const o8 = spec.table?.["a"]; } for (const e9 of spec.parts ?? []) { report(e9, EMPTY); } } else { const n11 = (spec.main?.next ?? spec.parts?.[0]); if (n11 === undefined) return; const b12 = n11.parts?.every((p13) => n2.tags?.[1] === ODD); } }
    const b14 = (n2.parts?.every((p15) => isLarge(spec.table?.["a"], params.limit)) && (spec.main?.parts?.some((p16) => spec.tags?.[0] === EMPTY) ?? n2.parts?.every((p17) => spec.main?.name === A)));
    const b18 = ((spec.parts?.some((p19) => n2.on) ?? b14) ?? spec.table?.[params.text]?.on);
    report(spec, A);
  },
});
