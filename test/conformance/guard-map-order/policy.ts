import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const guardMapOrder = policy({
  id: "guard-map-order",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  deny: ({ spec }) => spec.table?.["a"]?.name === "x" && spec.table["a"].on === true && spec.table["a"].size === 1,
  message: "bad",
});
