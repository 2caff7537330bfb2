import { boolean, integer, kinds, list, policy, string } from "@writ/sdk";
import { Widget } from "../widget.js";

export const params = policy({
  id: "params",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: {
    text: string('t`"\\'),
    flag: boolean(true),
    off: boolean(false),
    limit: integer(5),
    numbers: list(integer(), [-1, 9007199254740991]),
    names: list(string(), ["a", "b"]),
    empty: list(string(), []),
    "odd-name": string("o"),
  },
  check({ spec }, { report, params }) {
    if (params.text === spec.text) report(spec, params.text);
    if (params.flag && spec.flag) report(spec, "flag");
    if (spec.flag === params.off) report(spec, "off");
    if ((spec.count ?? 0) > params.limit) report(spec, `above ${params.limit}`);
    if (params.numbers.includes(spec.count ?? 0)) report(spec, "a number");
    if (params.names.some((name) => name === spec.main?.name)) report(spec, "a name");
    if (params.empty.length === 0 && params["odd-name"] === "o") report(spec, "odd");
  },
});
