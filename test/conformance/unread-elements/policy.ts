import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const unreadElements = policy({
  id: "unread-elements",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const part of (spec.parts ?? []).slice(0, 2)) report(part, "among the first");
  },
});
