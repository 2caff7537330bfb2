import { hasLabels, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const hasLabelsPolicy = policy({
  id: "has-labels",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ metadata }, { report }) {
    const { labels, annotations } = metadata;
    if (labels === undefined || annotations === undefined) report(metadata, "one absent");
    else if (hasLabels(labels, annotations)) report(metadata, "has all");
    else report(metadata, "lacks one");
  },
});
