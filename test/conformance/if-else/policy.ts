import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const ifElse = policy({
  id: "if-else",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.flag) {
      if (spec.text === undefined) report(spec, "on without text");
      else if (spec.text === "") report(spec, "on and empty");
      else report(spec, `on ${spec.text}`);
    } else if (spec.count !== undefined && spec.count > 1) {
      if (spec.text === "stop") return;
      report(spec, `off ${spec.count}`);
    } else {
      const name = spec.main?.name;
      if (name !== undefined) report(spec, name);
    }
    report(spec, "end");
  },
});
