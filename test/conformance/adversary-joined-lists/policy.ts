import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryJoinedLists = policy({
  id: "adversary-joined-lists",
  title: "lists put together of optional ones, by spread, concat, choice and default",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const { flag, main, parts = [] } = spec;
    const tags = [...(spec.tags ?? []), ...(main?.tags ?? ["default"]), ...(flag ? (main?.next?.tags ?? []) : ["off"])];
    report(spec, tags.join(" "));
    const chosen = flag ? spec.tags : main?.tags;
    report(spec, chosen?.join("+") ?? "no list");
    if ((chosen ?? ["a"]).includes("a")) report(spec, "chosen a");
    if ([...parts, ...(main === undefined ? [] : [main])].some((part) => part.on)) report(spec, "one is on");
    for (const part of parts.concat(main?.parts ?? [])) if (part.on) report(part, part.name);
    for (const tag of [...(spec.tags ?? []), ...(spec.tags ?? [])]) report(spec, `tag ${tag}`);
    report(spec, `${[...tags, ...tags].length} ${tags.concat(tags, "z").at(-1) ?? "none"}`);
    report(spec, parts.flatMap((part) => [...(part.tags ?? [part.name]), "|"]).join(""));
  },
});
