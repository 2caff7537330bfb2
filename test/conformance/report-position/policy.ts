import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

function isShort(tag: string): boolean {
  return /^.{0,2}$/u.test(tag);
}

export const reportPosition = policy({
  id: "report-position",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check(widget, { report }) {
    const tags = widget.spec.tags ?? [];
    for (const [index, tag] of tags.entries()) {
      if (isShort(tag)) report(widget, `tag ${tag} is short`, ["spec", "tags", index]);
      const next = index + 1;
      if (next < tags.length && tags[next] === tag) report(widget.spec, "the next tag is the same", ["tags", next]);
    }
    for (const [row, part] of (widget.spec.parts ?? []).entries()) {
      for (const [column, tag] of (part.tags ?? []).entries()) {
        if (tag === part.name) report(part, "the tag is the name", ["tags", column]);
        if (row === column)
          report(widget, "the tag stands where the part does", ["spec", "parts", row, "tags", column]);
      }
    }
  },
});
