import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

const first = [
  "aa",
  "ab",
  "ac",
  "ad",
  "ae",
  "af",
  "ag",
  "ah",
  "ai",
  "aj",
  "ak",
  "al",
  "am",
  "an",
  "ao",
  "ap",
  "aq",
  "ar",
  "as",
  "at",
];
const all = [
  ...first,
  ...first.map((text) => `${text}x`),
  ...first.flatMap((text) => first.map((other) => `${text}${other}`)),
];
const known = new Set(["", ...first]);
export const adversaryLongConstants = policy({
  id: "adversary-long-constants",
  title: "a constant list of many entries",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "";
    report(spec, `${all.length}`);
    if (all.includes(text)) report(spec, "listed");
    if (all.some((one) => text.startsWith(one))) report(spec, "begins with one");
    if (!known.has(text)) report(spec, "unknown");
    for (const tag of spec.tags ?? []) if (all.every((one) => one !== tag)) report(spec, `${tag} is not listed`);
  },
});
