import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const listSomeEvery = policy({
  id: "list-some-every",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.parts?.some((part) => part.on)) report(spec, "some");
    if (spec.parts?.every((part) => part.on)) report(spec, "every");
    if (!spec.parts?.some((part) => part.on)) report(spec, "not some");
    if (!spec.parts?.every((part) => part.on)) report(spec, "not every");
    if ((spec.parts ?? []).every((part) => !part.on)) report(spec, "every off");
    if (spec.parts?.some(() => true)) report(spec, "any");
  },
});
