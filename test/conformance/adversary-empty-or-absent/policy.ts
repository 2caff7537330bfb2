import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryEmptyOrAbsent = policy({
  id: "adversary-empty-or-absent",
  title: "an empty list and an absent one answer each question in their own way",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const { parts, tags } = spec;
    if (parts?.every((part) => part.on)) report(spec, "every");
    if (parts?.some((part) => part.on) === false) report(spec, "some is false");
    if (parts?.filter((part) => part.on).length === 0) report(spec, "none kept");
    if (parts?.find((part) => part.on) === undefined) report(spec, "none found");
    if (parts?.map((part) => part.name).every((name) => name === "a")) report(spec, "all named a");
    if (parts?.flatMap((part) => part.tags ?? []).length === 0) report(spec, "no tags inside");
    report(spec, `<${tags?.join(",") ?? "absent"}>`);
    report(spec, `<${tags?.slice(1).join(",") ?? "absent"}>`);
    if (tags?.at(-1) === undefined) report(spec, "no last");
    if (tags?.[0] === tags?.at(-1)) report(spec, "first is last");
    if (tags?.includes("") === false) report(spec, "no empty tag");
    if ([...(tags ?? []), ...(parts ?? [])].length === 0) report(spec, "nothing at all");
  },
});
