import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryComputedPositions = policy({
  id: "adversary-computed-positions",
  title: "a position that is computed may be negative or beyond the list, where nothing is",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const tags = spec.tags ?? [];
    for (const [index, tag] of tags.entries()) {
      if (tags[index - 1] === undefined) report(spec, `${tag} is first`);
      if (tags[index + 1] === undefined) report(spec, `${tag} is last`);
      if (tags[index * 2] === tag) report(spec, `${tag} is twice as far`);
    }
    const position = spec.count ?? -1;
    report(
      spec,
      `at ${position} ${tags[position] ?? "nothing"} ${tags[position - 1] ?? "nothing"} ${tags[-position] ?? "nothing"}`,
    );
    if (spec.parts?.[position]?.on) report(spec, "that part is on");
    if (spec.lists?.[position]?.[position]?.startsWith("a")) report(spec, "on the diagonal");
    if (tags[tags.length - 1] === tags.at(-1)) report(spec, "the same last");
    if (tags[tags.length] === undefined) report(spec, "nothing after it");
  },
});
