import { glob, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

// U+1F600 and U+1F601 share their first half, U+1F600 and U+1F200 (with U+DE00) their second.
const faces = ["😀", "😁"];
export const adversarySharedHalves = policy({
  id: "adversary-shared-halves",
  title: "two characters that share half of a surrogate pair have nothing in common",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "";
    if (text.startsWith("😀")) report(spec, "starts");
    if (text.endsWith("😁")) report(spec, "ends");
    if (text.includes("😁")) report(spec, "includes");
    if (/[😀x]/u.test(text)) report(spec, "class");
    if (/^[^😀]+$/u.test(text)) report(spec, "other");
    if (/[\u{1F5FF}-\u{1F600}]$/u.test(text)) report(spec, "range");
    if (text.split("😀").length > 1) report(spec, `split ${text.split("😀").join("|")}`);
    if (faces.includes(text)) report(spec, "a face");
    if (glob(text, "😀*")) report(spec, "glob");
    if (Object.hasOwn(spec.table ?? {}, "😁")) report(spec, "a key");
  },
});
