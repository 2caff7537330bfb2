import { count, kinds, policy, sum } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryNamesOfRego = policy({
  id: "adversary-names-of-rego",
  title: "names of one's own that are words and builtins of Rego",
  severity: "low",
  match: kinds(Widget),

  check({ spec: object, metadata: data }, { report: contains }) {
    const every = object.tags ?? [];
    const count = every.length;
    const startswith = object.text?.startsWith("a");
    const some = every.some((not) => not.includes(object.text ?? "none"));
    if (startswith) contains(object, "startswith");
    if (some) contains(object, "some");
    const sum = (object.numbers ?? []).map((plus) => plus + count);
    contains(object, sum.join(" "));
    for (const [in_, set] of every.entries()) if (set === "if") contains(object, `${in_} of ${count}`);
    for (const array of object.parts ?? []) {
      const { name: import_, tags: walk = [], size: else_ = 0 } = array;
      if (walk.every((union) => union !== import_) && else_ >= 0)
        contains(array, `${import_} ${else_} ${data.name ?? "anonymous"}`);
    }
  },
});
