import { kinds, list, policy, string } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversarySlices = policy({
  id: "adversary-slices",
  title: "a slice that begins or ends outside the list has what is inside",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const tags = spec.tags ?? [];
    const show = (list: readonly string[]): string => list.join("");
    report(
      spec,
      `a ${show(tags.slice(-2))} ${show(tags.slice(-100))} ${show(tags.slice(100))} ${show(tags.slice(0, 100))}`,
    );
    report(
      spec,
      `b ${show(tags.slice(2, 1))}. ${show(tags.slice(1, -1))}. ${show(tags.slice(-1, 1))}. ${show(tags.slice(-2, -1))}. ${show(tags.slice(0, -100))}.`,
    );
    report(
      spec,
      `c ${show(tags.slice(1).slice(1))}. ${show(tags.slice(-2).slice(-1))}. ${show([...tags, "z"].slice(-2))}.`,
    );
    report(
      spec,
      `d ${tags.at(100) ?? "-"} ${tags.at(-100) ?? "-"} ${tags.slice(1).at(0) ?? "-"} ${tags.slice(0, 1)[0] ?? "-"}`,
    );
    for (const part of (spec.parts ?? []).slice(-2)) report(part, part.name);
    for (const part of (spec.parts ?? []).slice(1, 2)) if (part.on) report(part, `second ${part.name}`);
    if ((spec.parts ?? []).slice(-1).some((part) => part.on)) report(spec, "the last is on");
    if (spec.lists?.slice(1).every((list) => list.slice(1).length === 0)) report(spec, "short");
  },
});
