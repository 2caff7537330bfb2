import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const listNestedQuantifiers = policy({
  id: "list-nested-quantifiers",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.parts?.every((part) => part.parts?.every((inner) => inner.tags?.includes(part.name))))
      report(spec, "every every");
    if (spec.parts?.some((part) => !part.parts?.some((inner) => !inner.tags?.every((tag) => tag !== part.name))))
      report(spec, "some not some");
    if (spec.parts?.some((part) => spec.tags?.every((tag) => part.tags?.includes(tag)))) report(spec, "has every tag");
  },
});
