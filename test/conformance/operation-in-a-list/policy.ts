import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const operationInAList = policy({
  id: "operation-in-a-list",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { namespace, operation, report }) {
    const text = spec.text ?? "";
    if ([operation, "a"].includes(text)) report(spec, `text ${text}`);
    if ([operation, spec.main?.name ?? "none"].includes("UPDATE")) report(spec, "update");
    report(spec, `${spec.flag === true ? operation : "none"} ${[namespace?.name ?? "x", operation].join(" ")}`);
    if (operation.startsWith("C") && spec.count === 1) report(spec, operation + text);
  },
});
