import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const template = policy({
  id: "template",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    report(spec, `${spec.text ?? ""}${spec.count ?? 0}`);
    report(spec, `a ${`nested ${spec.main?.name ?? "none"}`} b`);
    report(spec, "plus " + (spec.text ?? "none") + " end");
    report(spec, `${spec.port ?? -1} of ${1000000}`);
  },
});
