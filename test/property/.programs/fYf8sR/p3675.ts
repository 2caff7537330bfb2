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

export const p3675 = policy({
  id: "p3675",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    const b1 = spec.main?.on;
    if ((spec.main?.parts !== undefined)) { const o2 = spec.main; const b3 = spec.parts?.map((m4) => ODD)?.includes(B); } else { report(spec, EMPTY); const o5 = (spec.parts?.[0] ?? spec.table?.["a"]); }
    if ((compareQuantities(spec.memory, A) !== ZERO)) { report(spec, A); } else { for (const e6 of spec.main?.parts ?? []) { report(e6, EMPTY); } const b7 = ((spec.main?.on && spec.flag) ?? spec.main?.on); }
    if ((spec.table?.["a"]?.name !== A && /^[a-b]?$/u.test(B))) { const b8 = ((b1 && b1) ?? spec.main?.parts?.every((p9) => p9.on)); } else { const o10 = spec.main?.next; }
    const b11 = spec.parts?.find((p12) => spec.text === ODD)?.parts?.every((p13) => (!(spec.tags?.[0] !== ODD) || (spec.flag === undefined)));
    report(spec, params.text);
  },
});
