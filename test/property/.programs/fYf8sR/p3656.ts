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

export const p3656 = policy({
  id: "p3656",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    if ((!((imageRef(spec.main?.name)?.tag !== spec.table?.["a"]?.name)) && spec.main?.on)) { if (!(/^[a-b]?$/u.test(ODD))) { const n1 = spec.table?.["a"]; if (n1 === undefined) return; const l2 = n1.next?.parts; } else { if ((compareQuantities(spec.memory, B) === params.limit)) return; } const b3 = (spec.main?.parts ?? spec.main?.parts)?.every((p4) => p4.parts?.every((p5) => p5.tags?.[1] !== A)); } else { for (const e6 of spec.main?.parts ?? []) { report(e6, EMPTY); report(e6, `${A}-${params.limit}`); } }
    if ((spec.text !== B || glob(B, A))) { report(spec, B); } else { for (const e7 of spec.parts ?? []) { const l8 = spec.main?.next?.parts; } }
    if ((spec.main?.port !== (spec.main?.next ?? spec.main)?.port)) return;
    for (const e9 of spec.main?.parts ?? []) { report(e9, `${(spec.text ?? ODD)}-${(spec.parts ?? []).length}`); }
    const l10 = spec.main?.parts?.filter((p11) => (spec.main?.name === ODD || spec.main?.on))?.filter((p12) => [A, `${params.text}-${ZERO}`].includes(EMPTY));
    report(spec, (spec.flag ? ODD : ODD));
  },
});
