import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const presenceUndefined = policy({
  id: "presence-undefined",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.text === undefined) report(spec, "text is absent");
    if (spec.text !== undefined) report(spec, "text is there");
    if (undefined === spec.flag) report(spec, "flag is absent");
    if (spec.main?.next === undefined) report(spec, "next is absent");
    if (!(spec.main?.size !== undefined)) report(spec, "size is absent");
  },
});
