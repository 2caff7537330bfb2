import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

const allowed = ["a", "b"];
const again = allowed;
const both = [...allowed, ...again];
export const adversaryAliases = policy({
  id: "adversary-aliases",
  title: "the same list under two names, and the same object at two places of a document",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const { parts = [] } = spec;
    const same = parts;
    for (const part of parts)
      for (const other of same) if (part.name === other.name) report(other, `${part.name} again`);
    for (const one of allowed)
      for (const other of again) if (`${one}${other}` === spec.text) report(spec, `${one} and ${other}`);
    report(spec, `${both.length} ${both.filter((one) => one === "a").length}`);
    if (spec.main !== undefined) report(spec.main, "main");
    const main = spec.main;
    if (main?.next !== undefined) report(main.next, "next");
    if (spec.table?.["a"] !== undefined) report(spec.table["a"], "in the table");
  },
});
