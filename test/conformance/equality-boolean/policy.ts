import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const equalityBoolean = policy({
  id: "equality-boolean",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.flag === true) report(spec, "true");
    if (spec.flag === false) report(spec, "false");
    if (spec.flag !== true) report(spec, "not true");
    if (spec.flag !== false) report(spec, "not false");
    if (spec.flag === spec.main?.on) report(spec, "same");
    if (spec.flag === (spec.count === 1)) report(spec, "as count");
    if ((spec.flag ?? false) === false) report(spec, "false by default");
    if ((spec.flag ?? true) === false) report(spec, "false and there");
  },
});
