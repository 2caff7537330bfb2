import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const equalityText = policy({
  id: "equality-text",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.text === "a") report(spec, "a");
    if (spec.text !== "a") report(spec, "not a");
    if (spec.text === spec.main?.name) report(spec, "same");
    if (spec.text !== spec.main?.name) report(spec, "other");
    if ("" === spec.text) report(spec, "empty");
  },
});
