import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryOldObjects = policy({
  id: "adversary-old-objects",
  title: "an update and a removal, of objects whose parts were absent, null, or the same",
  severity: "low",
  match: kinds(Widget),

  check({ spec, metadata }, { report, operation, oldObject, namespace }) {
    const old = oldObject?.spec;
    if (operation === "UPDATE" && old?.text !== spec.text) report(spec, `was ${old?.text ?? "absent"}`, ["text"]);
    if (oldObject !== undefined && old?.flag === spec.flag) report(spec, "the same flag");
    if (old?.parts?.length !== spec.parts?.length) report(spec, "another number of parts");
    for (const part of spec.parts ?? []) {
      const before = old?.parts?.find((other) => other.name === part.name);
      if (before === undefined ? operation === "UPDATE" : before.size !== part.size)
        report(part, `size was ${before?.size ?? "none"}`);
    }
    for (const key of ["a", "constructor"])
      if (oldObject?.metadata.labels?.[key] !== metadata.labels?.[key]) report(metadata, `${key} changed`);
    if (operation === "DELETE" && spec.text === "kept") report(spec, `kept in ${namespace?.name ?? "no namespace"}`);
  },
});
