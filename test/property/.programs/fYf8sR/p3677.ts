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

export const p3677 = policy({
  id: "p3677",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    const n1 = spec.table?.["a"];
    if (n1 === undefined) return;
    for (const e2 of spec.main?.parts ?? []) { if (((spec.parts ?? n1.parts) !== undefined)) { report(e2, `${params.text}-${params.limit}`); const o3 = (spec.parts?.[0] ?? spec.table?.["a"]); } else { const l4 = spec.parts?.filter((p5) => n1.on); if (isLarge(spec.main, params.limit)) continue; } }
    if ([A, (n1.tags?.[1] ?? EMPTY)].includes((spec.text ?? B))) return;
    report(spec, `${ODD}-${ONE}`);
    if (((spec.main?.name === A ? n1.tags?.[1] : spec.main?.name)?.startsWith(params.text) === n1.parts?.find((p6) => spec.table?.["a"]?.name !== params.text)?.on)) { const b7 = (n1.on || spec.flag); } else { for (const e8 of spec.parts ?? []) { report(e8, A); } }
    report(spec, `${EMPTY}-${(spec.table?.["a"]?.parts ?? []).length}`);
  },
});
