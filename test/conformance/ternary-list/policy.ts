import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const ternaryList = policy({
  id: "ternary-list",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const list = spec.flag ? spec.tags : ["k", "a"];
    if (list?.includes("a")) report(spec, "has a");
    for (const tag of list ?? ["none"]) report(spec, `tag ${tag}`);
    if ((list ?? []).every((tag) => tag !== "")) report(spec, "no empty");
  },
});
