import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const listMap = policy({
  id: "list-map",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const names = spec.parts?.map((part) => part.name);
    if (names?.includes("a")) report(spec, "a");
    if (names === undefined) report(spec, "no parts");
    if (names?.every((name) => name !== "b")) report(spec, "no b");
    const lengths = (spec.lists ?? []).map((list) => list.length);
    if (lengths.includes(2)) report(spec, "two");
    if (lengths.some((length) => length >= 3)) report(spec, "three or more");
    for (const name of (spec.parts ?? []).map((part) => `${part.name}!`)) report(spec, name);
  },
});
