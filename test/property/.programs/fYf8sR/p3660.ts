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

export const p3660 = policy({
  id: "p3660",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    const o1 = spec.table?.["a"];
    const l2 = spec.main?.parts?.filter((p3) => (spec.lists?.[0]?.includes(p3.name) === spec.parts?.some((p4) => spec.main?.on)));
    const b5 = spec.flag;
    const l6 = l2;
    for (const e7 of spec.main?.parts ?? []) { report(e7, ((b5 ? spec.main?.name : spec.tags?.[0]) ?? (spec.table?.["a"]?.name === ODD ? ODD : params.text))); const b8 = (l2?.every((p9) => spec.tags?.[0] === EMPTY) || (b5 ?? b5)); }
    report(spec, params.text);
  },
});
