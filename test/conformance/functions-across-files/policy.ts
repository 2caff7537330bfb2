import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";
import { forbidden, isForbidden as isRefused, problemOf } from "./rules.js";

export const functionsAcrossFiles = policy({
  id: "functions-across-files",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const problem = problemOf(spec.main);
    if (problem !== undefined) report(spec, problem);
    if (forbidden.includes(spec.text ?? "")) report(spec, "forbidden");
    if (isRefused(spec.main?.name)) report(spec, "main is forbidden");
  },
});
