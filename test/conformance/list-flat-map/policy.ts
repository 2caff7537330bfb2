import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const listFlatMap = policy({
  id: "list-flat-map",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const parts = spec.parts ?? [];
    const tags = parts.flatMap((part) => part.tags ?? []);
    if (tags.includes("x")) report(spec, "x");
    if (tags.some((tag) => tag === "")) report(spec, "empty");
    if (tags.every((tag) => tag.startsWith("a"))) report(spec, "all a");
    report(spec, `${tags.length}: ${tags.join(",")}`);
    report(
      spec,
      tags
        .map((tag) => `<${tag}>`)
        .filter((tag) => tag !== "<>")
        .join(""),
    );
    report(spec, tags.find((tag) => tag.endsWith("z")) ?? "no z");
    for (const inner of parts.flatMap((part) => part.parts ?? [])) if (inner.on === true) report(inner, inner.name);
    report(spec, `flat ${(spec.lists ?? []).flat().join("|")}`);
    if (parts.flatMap((part) => (part.parts ?? []).flatMap((inner) => inner.tags ?? [])).length === 3)
      report(spec, "three");
    report(spec, parts.flatMap((part, index) => [part.name, `${index}`]).join(" "));
    report(spec, `second ${tags[1] ?? "none"}`);
  },
});
