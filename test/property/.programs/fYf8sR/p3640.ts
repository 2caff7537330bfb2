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

export const p3640 = policy({
  id: "p3640",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    const l1 = spec.parts;
    if (glob(params.text, params.text)) { const n2 = spec.main?.next; if (n2 === undefined) return; } else { if ((spec.main?.port === spec.parts?.[0]?.port)) return; report(spec, (spec.main?.name ?? `${ODD}-${ZERO}`)); }
    const b3 = spec.tags?.includes((spec.text ?? describe(spec.table?.["a"])));
    report(spec, EMPTY);
    const b4 = ((spec.lists?.[0]?.includes(params.text) && spec.tags?.[0]?.startsWith(params.text)) && spec.lists?.[0]?.includes(ODD));
    report(spec, `${A}-${ONE}`);
  },
});
