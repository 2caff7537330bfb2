import { compareSemver, isSemver, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversarySemverPrecedence = policy({
  id: "adversary-semver-precedence",
  title: "versions are ordered by the rules of pre-releases, and their builds do not count",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const order = compareSemver(spec.text, "1.0.0-rc.1");
    report(spec, `order ${order ?? "none"}`);
    for (const tag of spec.tags ?? []) if (compareSemver(tag, spec.text) === -1) report(spec, `${tag} is before`);
    for (const tag of spec.tags ?? []) if (!isSemver(tag)) report(spec, `${tag} is none`);
    if (compareSemver(spec.text, spec.text) === 0) report(spec, "equal to itself");
  },
});
