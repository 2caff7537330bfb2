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

export const p3674 = policy({
  id: "p3674",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    if (((spec.main?.port === spec.port) ? ((spec.main?.on || spec.main?.on) === spec.parts?.every((p1) => spec.tags?.[0] !== A)) : isLarge(spec.main, (spec.count ?? ONE)))) { const b2 = (spec.table?.["a"]?.on && (spec.main?.on ?? spec.main?.on)); if (/^[a-b]?$/u.test(EMPTY)) return; } else { report(spec, A); }
    if (((imageRef(spec.main?.name)?.tag === spec.text) || ((compareQuantities(spec.memory, A) !== ZERO) || (imageRef(spec.main?.name)?.tag === spec.table?.["a"]?.name)))) return;
    const n3 = spec.parts?.[0];
    if (n3 === undefined) return;
    const n4 = spec.table?.[A];
    if (n4 === undefined) return;
    if (!((imageRef(spec.main?.next?.name)?.tag === spec.main?.name))) return;
    report(spec, EMPTY);
  },
});
