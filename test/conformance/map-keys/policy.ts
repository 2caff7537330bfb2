import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const mapKeys = policy({
  id: "map-keys",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ metadata }, { report }) {
    const labels = metadata.labels;
    if (labels?.["example.com/a.b"] === undefined) report(metadata, "no label");
    else report(metadata, labels["example.com/a.b"], ["labels", "example.com/a.b"]);
    if (labels?.app === "x") report(metadata, "app x");
    if (labels?.["constructor"] !== undefined) report(metadata, "constructor");
    if (labels?.["__proto__"] !== undefined) report(metadata, "proto");
    for (const key of ["toString", "app", ""]) if (labels?.[key] === undefined) report(metadata, `no ${key}`);
  },
});
