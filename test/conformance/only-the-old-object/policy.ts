import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const onlyTheOldObject = policy({
  id: "only-the-old-object",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  deny: (_, { oldObject }) => oldObject?.spec.flag,
  message: "was on",
});
