import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const listFind = policy({
  id: "list-find",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const found = spec.parts?.find((part) => part.on);
    if (found === undefined) report(spec, "none");
    else report(found, `${found.name} is the first`);
    if (found?.name === "b") report(spec, "b");
    for (const inner of spec.parts?.find((part) => part.name === "a")?.parts ?? []) report(inner, inner.name);
  },
});
