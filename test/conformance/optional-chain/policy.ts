import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const optionalChain = policy({
  id: "optional-chain",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.main?.next?.next?.on === true) report(spec, "third is on");
    if (spec.main?.next?.next?.on !== true) report(spec, "third is not on");
    if (spec.main?.parts?.[0]?.tags?.includes("a")) report(spec, "first has a");
    if (!spec.main?.parts?.[0]?.tags?.includes("a")) report(spec, "first has no a");
    if (spec.main?.next?.name.startsWith("n")) report(spec, "next is n");
  },
});
