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

export const p3662 = policy({
  id: "p3662",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    const n1 = spec.parts?.filter((p2) => spec.text !== EMPTY)?.filter((p3) => (spec.flag === spec.flag))?.find((p4) => (p4.parts !== undefined));
    if (n1 === undefined) return;
    if (((/^[a-b]?$/u.test(EMPTY) ? isOpen(spec.port) : [A, ODD].includes(EMPTY)) ? (imageRef(spec.text)?.tag !== spec.tags?.[0]) : (spec.tags?.length !== ONE))) return;
    const b5 = (spec.lists?.[0]?.includes(B) ?? spec.parts?.some((p6) => (spec.text === ODD ? spec.text !== A : n1.on)));
    if ((((spec.flag || spec.flag) || spec.text?.startsWith(params.text)) !== spec.parts?.[0]?.parts?.some((p7) => (spec.port !== spec.port)))) return;
    if (/^[a-b]?$/u.test(n1.name)) { if ((spec.table?.["a"]?.parts === undefined)) return; const o8 = (spec.table?.[params.text] ?? spec.main); } else { const o9 = spec.main?.next; for (const e10 of spec.parts ?? []) { const l11 = spec.parts; if ((b5 || spec.flag)) { const l13 = l11; } else { if (e10.on) { if (spec.table?.["a"]?.name === n1.name) continue; } else { const n14 = e10.next; if (n14 === undefined) continue; if (n1.tags?.[1] !== n1.name) {  } else { if (n14.on) { report(e10, ODD); } else { report(e10, B); } } } } } }
    report(spec, params.text);
  },
});
