import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryMapKeys = policy({
  id: "adversary-map-keys",
  title: "keys of a map that are no names, or that every object has",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const key of [
      "",
      "a.b/c",
      "__proto__",
      "constructor",
      "hasOwnProperty",
      "'\"`\\",
      "\n",
      "é",
      "😀",
      "$(x){{y}}",
      "1",
      "-",
    ])
      if (spec.table?.[key] !== undefined) report(spec, `constant ${key}`);
    const own = spec.text ?? "none";
    if (spec.table?.[own] !== undefined) report(spec, "computed");
    if (Object.hasOwn(spec.table ?? {}, own)) report(spec, "own");
    if (spec.table !== undefined && own in spec.table) report(spec, "in");
    const proto = spec.table?.["__proto__"];
    if (proto !== undefined) report(proto, proto.name, ["name"]);
    if (spec.table?.["constructor"]?.on === true) report(spec.table["constructor"], "on", ["on"]);
    if (Object.keys(spec.table ?? {}).includes("toString")) report(spec, "toString");
    if (Object.entries(spec.table ?? {}).some(([key, part]) => key === part.name)) report(spec, "named by its key");
  },
});
