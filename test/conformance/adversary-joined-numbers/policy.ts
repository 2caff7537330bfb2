import { kinds, list, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryJoinedNumbers = policy({
  id: "adversary-joined-numbers",
  title: "what is joined prints as in a template, with nothing for what is not there",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const numbers = spec.numbers ?? [];
    report(spec, `<${numbers.join()}> <${numbers.join("")}> <${[1, -2, 1000000].join(" ")}>`);
    report(spec, `<${[spec.port ?? 0, spec.count ?? 1, "x"].join("/")}>`);
    report(spec, `<${(spec.tags ?? []).join()}> <${[""].join("-")}> <${["", ""].join("-")}>`);
    report(spec, `<${(spec.parts ?? []).map((part) => part.size ?? "none").join("+")}>`);
    report(spec, `<${(spec.parts ?? []).flatMap((part) => [part.name, part.size ?? 0]).join("")}>`);
    report(spec, `<${(spec.lists ?? []).map((list) => list.join(".")).join(";")}>`);
    if (numbers.map((number) => `${number}`).join("|") === "1|2") report(spec, "one and two");
  },
});
