import { kinds, policy, string } from "@writ/sdk";
import { Widget } from "../widget.js";

const malformed = ["a", "b"];
const judged = new Set(["b", "c"]);
const params = { path: "d", msg: "e" };
const containers = ["x"];
const deny = [1, 2];
function path(text: string): boolean {
  return malformed.includes(text);
}
function message(text: string | undefined): string {
  return text === undefined ? params.msg : params.path;
}
export const violations = policy({
  id: "adversary-names-that-are-emitted",
  title: "names of one's own that the emitted code has for its own parts",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const input = spec.text ?? "none";
    const violations = (spec.parts ?? []).filter((violation) => path(violation.name));
    const pod = (spec.parts ?? []).filter((element) => judged.has(element.name));
    if (path(input)) report(spec, message(spec.text));
    report(spec, `${message(undefined)} ${violations.length} ${pod.length}`);
    if (deny.includes(spec.count ?? 0) || containers.includes(input)) report(spec, "denied");
    for (const bad of violations) if (pod.some((other) => other.name === bad.name)) report(bad, `${bad.name} is both`);
    for (const offending of violations)
      for (const texts of offending.tags ?? []) if (texts === input) report(offending, texts);
  },
});
