import * as writ from "@writ/sdk";
import { Widget } from "../widget.js";
import type { WidgetSpec } from "../widget.js";

interface Limits {
  readonly web: number;
}

const limits = { web: 3 } satisfies Limits;
const isAbove = function (spec: WidgetSpec): boolean {
  return (spec.count ?? 0) > limits.web;
};

export { limits };
export type { Limits };
export * as widgets from "../widget.js";

export default writ.policy({
  id: "module-forms",
  title: "T",
  severity: "low",
  match: writ.kinds(Widget),
  check: function ({ spec }, { report }) {
    if (isAbove(spec)) report(spec, `above ${limits.web}`);
    else;
    if (spec.text === "é") {
      report(spec, "accent");
    }
  },
});
