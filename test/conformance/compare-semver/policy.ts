import { compareSemver, isSemver, kinds, policy, string } from "@writ/sdk";
import { Widget } from "../widget.js";

export const compareSemverPolicy = policy({
  id: "compare-semver",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { oldest: string("1.2.0-rc.1") },
  check({ spec }, { report, params }) {
    const order = compareSemver(spec.text, params.oldest);
    if (order === undefined) report(spec, "unknown");
    else if (order < 0) report(spec, "too old");
    else report(spec, `order ${order}`);
    if (compareSemver(spec.text, "2.0.0") === -1) report(spec, "before 2");
    if (spec.text !== undefined && !isSemver(spec.text)) report(spec, "no version");
    for (const part of spec.parts ?? []) {
      if (isSemver(part.name) && compareSemver(part.name, spec.text) === 1) report(part, `newer ${part.name}`);
    }
  },
});
