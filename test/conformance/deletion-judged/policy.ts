import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const deletionJudged = policy({
  id: "deletion-judged",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report, operation, oldObject }) {
    if (operation === "DELETE" && spec.flag !== true) report(spec, `${oldObject?.spec.text ?? "it"} stays`);
    if (oldObject !== undefined && oldObject.spec.count !== spec.count) report(spec, "another count", ["count"]);
    if (spec.tags?.includes("x") === true) report(spec, "tagged", ["tags"]);
  },
});
