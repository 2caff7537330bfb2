import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

const name = /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/u;
export const regex = policy({
  id: "regex",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (name.test(spec.text ?? "")) report(spec, "a name");
    if (!name.test(spec.text ?? "")) report(spec, "no name");
    if (spec.text !== undefined && /^.$/u.test(spec.text)) report(spec, "one character");
    if (spec.text !== undefined && /[A-Z]/i.test(spec.text)) report(spec, "a letter");
    if (spec.text !== undefined && /\s$/.test(spec.text)) report(spec, "space at the end");
    if (spec.text !== undefined && /`"\\\//.test(spec.text)) report(spec, "quotes");
  },
});
