import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryDestructuredDefaults = policy({
  id: "adversary-destructured-defaults",
  title: "a default fills in what is absent or null, and may name what stands before it",
  severity: "low",
  match: kinds(Widget),

  check({ spec, spec: { text: first = "none", main, tags = [], flag = first === "none" } }, { report }) {
    const [head = first, , third = head] = tags;
    report(spec, `${first} ${head} ${third}`);
    if (flag) report(spec, "flag");
    if (main === undefined) return;
    const {
      name,
      size = name === "m" ? 1 : 2,
      on: active = size === 1,
      next: { name: inner = "no inner" } = main,
      tags: [last = inner] = [third],
    } = main;
    report(main, `${name} ${size} ${inner} ${last}`);
    if (active) report(main, "active");
  },
});
