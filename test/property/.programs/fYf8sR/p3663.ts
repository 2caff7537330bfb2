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

export const p3663 = policy({
  id: "p3663",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { text: string("a*"), limit: integer(1) },
  check({ spec }, { params, report }) {
    const l1 = (spec.parts ?? spec.main?.parts?.filter((p2) => spec.text !== A))?.filter((p3) => (p3.on === spec.parts?.every((p4) => p4.tags?.[1] !== p4.name)));
    const o5 = (spec.main?.next ?? spec.parts?.[0]);
    report(spec, A);
    const b6 = (spec.parts ?? l1?.filter((p7) => spec.main?.name !== params.text))?.every((p8) => ((p8.tags?.[1] === A ? p8.tags?.[1] : spec.text) === p8.tags?.[1]));
    const b9 = o5?.on;
    report(spec, params.text);
  },
});
