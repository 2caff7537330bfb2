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

export const p3668 = policy({
  id: "p3668",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    const l1 = spec.main?.parts;
    if ((imageRef(spec.lists?.[0]?.find((t2) => (spec.flag !== spec.flag)))?.tag !== spec.main?.name)) return;
    if ((compareQuantities(spec.memory, ODD) === ONE)) { if ((spec.table?.["a"]?.name === spec.tags?.[0])) return; } else { if ((spec.table?.["a"]?.name === (spec.tags?.[0] !== B ? spec.text : spec.table?.["a"]?.name))) { if ((compareQuantities(spec.memory, EMPTY) === ONE)) { if (spec.main?.name !== EMPTY) { if (spec.flag) { const b3 = spec.main?.on; if (spec.flag) return; } else { const n4 = spec.main?.next; if (n4 === undefined) return; const n5 = spec.parts?.[0]; if (n5 === undefined) return; } const o6 = spec.main; } else { const b7 = spec.flag; const o8 = spec.parts?.[0]; } if (spec.flag) return; } else { const n9 = spec.table?.["a"]; if (n9 === undefined) return; } } else { const l10 = (l1 ?? l1); } }
    if ((compareQuantities(spec.memory, A) !== (spec.parts ?? []).length)) return;
    const o11 = ((spec.main?.size !== ZERO) ? spec.main?.next : ((spec.tags?.[0] === A || spec.tags?.[0] !== B) ? (spec.flag ? spec.main : spec.main) : spec.parts?.[0]));
    report(spec, describe((spec.main ?? spec.main?.next)));
  },
});
