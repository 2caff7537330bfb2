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

export const p3653 = policy({
  id: "p3653",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    const n1 = (/^[a-b]?$/u.test(`${A}-${ZERO}`) ? spec.main?.next : (spec.table?.[params.text] ?? (spec.parts?.[0] ?? spec.main?.next)));
    if (n1 === undefined) return;
    const b2 = (spec.main?.on && n1.parts?.filter((p3) => spec.text !== n1.name)?.every((p4) => (n1.tags?.[1] !== p4.tags?.[1])));
    report(spec, n1.name);
    const n5 = spec.main;
    if (n5 === undefined) return;
    report(spec, params.text);
    report(spec, params.text);
  },
});
