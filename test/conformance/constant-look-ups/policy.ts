import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

const codes = new Map([["a", "first"]]);
const names = ["x", "y"];

export const constantLookUps = policy({
  id: "constant-look-ups",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "";
    report(spec, codes.get("a") ?? "nothing");
    if (codes.get("é") === undefined || codes.get("a") === text) report(spec, "nothing or the same");
    if (codes.get("é")?.startsWith("f") !== true) report(spec, "no beginning");
    if (names[5] === undefined) report(spec, "no sixth");
    if (names.at(1) === text) report(spec, "second");
    const none = text === "z" ? "z" : names[7];
    if (none === undefined) report(spec, "none");
  },
});
