import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";
import { glob as matches } from "@writ/sdk";

function glob(text: string | undefined, pattern: string): boolean {
  return text === pattern;
}
export const ownNamesOfIntrinsics = policy({
  id: "own-names-of-intrinsics",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const imageRef = spec.text;
    if (imageRef === "a") report(spec, "text");
    if (glob(spec.text, "a*")) report(spec, "equal to a*");
    if (matches(spec.text ?? "", "a*")) report(spec, "matches a*");
  },
});
