import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const listFindScalar = policy({
  id: "list-find-scalar",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const long = spec.tags?.find((tag) => tag.startsWith("x"));
    if (long !== undefined) report(spec, `first ${long}`);
    const big = (spec.numbers ?? []).find((number) => number > 1);
    report(spec, `${big ?? 0}`);
  },
});
