import { count, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryEqualElements = policy({
  id: "adversary-equal-elements",
  title: "equal elements are several: each has its place, and the first is the first",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const parts = spec.parts ?? [];
    const found = parts.find((part) => part.name === "a");
    if (found !== undefined) report(found, "first a");
    for (const part of parts) if (part.name === "a") report(part, "an a");
    for (const part of parts.filter((part) => part.name === "a"))
      for (const other of parts) if (other.size !== part.size) report(other, "another size");
    if (parts[1] !== undefined) report(parts[1], "second");
    if (
      count(
        parts.map((part) => part.name),
        "a",
      ) > 1
    )
      report(spec, "several");
    report(
      spec,
      (spec.tags ?? []).filter((tag, index) => (spec.tags ?? []).slice(0, 1).includes(tag) && index > 0).join(" "),
    );
    for (const tag of spec.tags ?? []) report(spec, tag);
  },
});
