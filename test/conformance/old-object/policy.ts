import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const oldObject = policy({
  id: "old-object",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report, operation, oldObject }) {
    if (operation === "UPDATE" && oldObject?.spec.text !== spec.text)
      report(spec, `was ${oldObject?.spec.text ?? "absent"}`);
    if (oldObject === undefined) report(spec, `${operation} without an old object`);
    for (const old of oldObject?.spec.parts ?? [])
      if (!(spec.parts ?? []).some((part) => part.name === old.name)) report(spec, `${old.name} is gone`);
  },
});
