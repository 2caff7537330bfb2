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

export const p3678 = policy({
  id: "p3678",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    const n1 = (([A, B].includes(params.text) ? spec.parts?.[0] : spec.table?.[params.text]) ?? ((spec.main?.name === spec.text) ? spec.parts?.[0] : spec.main?.parts?.find((p2) => spec.table?.["a"]?.name !== A)));
    if (n1 === undefined) return;
    const l3 = n1.parts;
    const b4 = spec.flag;
    if ((spec.count === params.limit)) return;
    if (((spec.main ?? n1.next) ?? (spec.main ?? spec.table?.["a"]))?.on) return;
    report(spec, (spec.table?.["a"]?.name ?? B));
  },
});
