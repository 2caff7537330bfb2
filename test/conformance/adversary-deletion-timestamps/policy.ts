import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryDeletionTimestamps = policy({
  id: "adversary-deletion-timestamps",
  title: "an object that is being removed is out of scope, and one with an empty mark of it is not",
  severity: "low",
  match: kinds(Widget),

  check({ metadata, spec }, { report, oldObject }) {
    if (spec.flag) report(spec, "flag");
    if (metadata.deletionTimestamp === undefined) report(metadata, "no mark");
    if (oldObject?.metadata.deletionTimestamp !== undefined) report(metadata, "was marked");
  },
});
