import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const oddFieldNames = policy({
  id: "odd-field-names",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const odd = spec.odd;
    if (odd?.input === "a" || odd?.data === "a" || odd?.default === "a") report(spec, "word");
    if (odd?.not && odd.with === odd.count) report(spec, "not with count");
    for (const some of odd?.some ?? []) if (some === odd?.contains) report(spec, some);
    if (odd?.["a-b"] === "a") report(spec, "hyphen", ["odd", "a-b"]);
    if (odd?.["x.y/z"] === odd?.["a-b"]) report(spec, "dots");
    if (odd?.['quote"`\\'] !== undefined) report(spec, "quotes", ["odd", 'quote"`\\']);
  },
});
