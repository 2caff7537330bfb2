import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const nullishObject = policy({
  id: "nullish-object",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const part = spec.main ?? spec.table?.["a"];
    if (part === undefined) report(spec, "no part");
    if (part?.name === "a") report(spec, "part a");
    const next = spec.main?.next ?? spec.main;
    if (next?.on) report(spec, `${next.name} is on`);
  },
});
