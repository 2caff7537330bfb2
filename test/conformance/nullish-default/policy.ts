import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const nullishDefault = policy({
  id: "nullish-default",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    report(spec, `text ${spec.text ?? "none"}`);
    report(spec, `size ${spec.main?.size ?? spec.count ?? 7}`);
    report(spec, `port ${spec.port ?? 80}`);
    if (spec.flag ?? true) report(spec, "flag or true");
    if (!(spec.main?.on ?? false)) report(spec, "not on");
    if ((spec.tags ?? []).length === 0) report(spec, "no tags");
  },
});
