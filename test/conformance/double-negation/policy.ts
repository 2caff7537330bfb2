import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const doubleNegation = policy({
  id: "double-negation",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (!!spec.flag) report(spec, "on");
    if (!!!spec.flag) report(spec, "off");
    const known = !!spec.text?.startsWith("a");
    if (known === false) report(spec, "not a");
    if (!!known) report(spec, "a");
  },
});
