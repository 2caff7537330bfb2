import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const regexOptional = policy({
  id: "regex-optional",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const named = spec.text === undefined ? undefined : /^a/u.test(spec.text);
    if (named === undefined) report(spec, "unknown");
    if (named === false) report(spec, "not named");
    if (spec.tags?.every((tag) => /^[0-9]+$/u.test(tag))) report(spec, "digits");
    if (spec.tags?.some((tag) => !/^[0-9]+$/u.test(tag))) report(spec, "no digits");
  },
});
