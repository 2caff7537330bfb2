import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const constants = policy({
  id: "constants",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const main = spec.main;
    const name = main?.name;
    const isNamed = name !== undefined && name !== "";
    if (isNamed) report(spec, name);
    if (!isNamed) report(spec, "no name");
    if (main === undefined) return;
    const { size, on: active = true, next } = main;
    report(main, `${size ?? 0}`);
    if (active) report(main, "active");
    if (next?.on ?? active) report(main, "next");
  },
});
