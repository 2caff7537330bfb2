import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const stringTests = policy({
  id: "string-tests",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.text?.startsWith("ab")) report(spec, "starts");
    if (!spec.text?.startsWith("ab")) report(spec, "starts not");
    if (spec.text?.endsWith("😀")) report(spec, "ends");
    if (spec.text?.includes("é")) report(spec, "includes");
    if (spec.text?.includes("") === true) report(spec, "includes nothing");
    if (spec.text?.startsWith(spec.main?.name ?? "zzz")) report(spec, "starts with main");
    if (spec.tags?.some((tag) => spec.text?.endsWith(tag))) report(spec, "ends with a tag");
  },
});
