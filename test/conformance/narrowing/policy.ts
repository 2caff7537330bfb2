import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const narrowing = policy({
  id: "narrowing",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const main = spec.main;
    const has = main !== undefined;
    if (has) report(main, main.name);
    if (!has || main.next === undefined) {
      report(spec, "short");
      return;
    }
    if (main.next.on || (main.next.next !== undefined && main.next.next.on)) report(main.next, main.next.name);
    if (main.next.size === undefined ? main.size === undefined : main.next.size > 1) report(spec, "size");
  },
});
