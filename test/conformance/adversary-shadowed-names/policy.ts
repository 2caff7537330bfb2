import { kinds, policy, string } from "@writ/sdk";
import { Widget } from "../widget.js";

const name = "module";
const limits = ["module"];
function label(name: string): string {
  const limits = [name];
  return limits.map((name) => `<${name}>`).join("");
}
export const adversaryShadowedNames = policy({
  id: "adversary-shadowed-names",
  title: "a name inside hides the one around it, and the one around is back afterwards",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    report(spec, name);
    for (const name of spec.tags ?? []) {
      report(spec, `tag ${name}`);
      if (name === "a") {
        const name = spec.text ?? "b";
        report(spec, `inner ${name}`);
        if ((spec.parts ?? []).some(({ name }) => name === "p")) report(spec, `part ${name}`);
      }
      report(spec, `still ${name}`);
    }
    for (const part of spec.parts ?? []) {
      const { name, parts = [] } = part;
      for (const part of parts) {
        const { name: inner } = part;
        if (parts.every((part) => part.name !== name)) report(part, `${inner} in ${name}`);
      }
      report(part, label(name));
    }
    if (limits.includes(name)) report(spec, `${label(name)} at the end`);
  },
});
