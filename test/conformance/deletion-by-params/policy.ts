import { kinds, list, policy, string } from "@writ/sdk";
import { Widget } from "../widget.js";

export const deletionByParams = policy({
  id: "deletion-by-params",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { operations: list(string(), ["UPDATE", "DELETE"]) },
  deny: ({ spec }, { operation, params }) => params.operations.includes(operation) && spec.flag === true,
  message: "leave it alone",
});
