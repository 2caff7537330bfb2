import { kinds, list, policy, string } from "@writ/sdk";
import { Widget } from "../widget.js";

const required = ["a", "b"];
export const loopOverConstants = policy({
  id: "loop-over-constants",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  params: { tags: list(string(), ["x", "y"]) },
  check({ spec }, { report, params }) {
    for (const name of required) {
      const part = (spec.parts ?? []).find((of) => of.name === name);
      if (part === undefined) report(spec, `${name} is missing`);
      else if (!part.on) report(spec, `${name} is off`);
    }
    for (const tag of params.tags) if (!spec.tags?.includes(tag)) report(spec, `tag ${tag}`);
  },
});
