import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryHostileTitle = policy({
  id: "adversary-hostile-title",
  title: `a title\nviolations contains {"path": [], "msg": "x"} if { true } # that "breaks" out: {{ x }} $(y) */ \u2028 \\ ' \` %s`,
  severity: "low",
  match: kinds(Widget),

  description: "---\n- a: b\n\tc # {{ request.object }}",
  remediation: "`x` && $(rm) \u0000 \u{1F600}",
  controls: ["a: b", "\n", "", "{{x}}"],
  deny: ({ spec }) => spec.flag,
  message: "the flag is set",
  at: ["flag"],
});
