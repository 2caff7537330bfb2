import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const presenceLoose = policy({
  id: "presence-loose",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.text == undefined) report(spec, "text == undefined");
    if (spec.text != null) report(spec, "text != null");
    if (null == spec.main) report(spec, "null == main");
  },
});
