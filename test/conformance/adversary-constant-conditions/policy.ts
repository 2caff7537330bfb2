import { boolean, integer, kinds, list, policy, string } from "@writ/sdk";
import { Widget } from "../widget.js";

const strict: boolean = true;
const never: string = "never";
const none: readonly string[] = [];
const least = -1;
export const adversaryConstantConditions = policy({
  id: "adversary-constant-conditions",
  title: "conditions that are known before there is a document",
  severity: "low",
  match: kinds(Widget),
  params: { on: boolean(false), limit: integer(-5), names: list(string(), []) },
  check({ spec }, { report, params }) {
    if (strict) report(spec, "strict");
    if (!strict || never === "always") report(spec, "unreachable");
    if (strict ? spec.flag : spec.text === "x") report(spec, "flag");
    if (none.length > 0 || none.includes(spec.text ?? "") || none.some((one) => one === spec.text))
      report(spec, "unreachable");
    if (none.every((one) => one === spec.text)) report(spec, "every one of none");
    for (const one of none) report(spec, one);
    for (const name of params.names) report(spec, name);
    if (params.on && spec.flag) report(spec, "on");
    if (least < 0 && -1 === least && least > params.limit && -5 === params.limit) report(spec, "below zero");
    if (-1 === spec.count || -2 < least) report(spec, "a minus first");
    if ([-1, -2].includes(spec.count ?? -3) || -4 === (spec.count ?? -4)) report(spec, "one of those");
    if ((spec.numbers ?? []).includes(-1)) report(spec, "minus one");
    report(spec, none.join(",") + `${least} ${params.limit}`);
  },
});
