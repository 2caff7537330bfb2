import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryThreeValuedFlags = policy({
  id: "adversary-three-valued-flags",
  title: "a flag is true, false or absent, and each is equal to itself alone",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const { flag } = spec;
    const on = spec.main?.on;
    if (flag === on) report(spec, "equal");
    if (!flag === !on) report(spec, "alike");
    if (flag !== !on) report(spec, "unlike");
    if ((flag ?? false) !== (on ?? false)) report(spec, "one of both");
    if (!flag !== on) report(spec, "not the contrary");
    if (!(flag && on) && (flag || on)) report(spec, "exclusive");
    if ((flag || on) === undefined) report(spec, "or is absent");
    if ((flag && on) === flag) report(spec, "and is the flag");
    if ((flag ? on : !on) === true) report(spec, "chosen");
    if (!!flag === (on === true)) report(spec, "the same truth");
  },
});
