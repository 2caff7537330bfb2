import { glob, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

const marks = ["$(x)", "{{ request.object.kind }}", "{{{{", "\\{{x}}", "%!s(MISSING)", "${x}", "#{x}", "<no value>"];
export const adversaryKyvernoSubstitutions = policy({
  id: "adversary-kyverno-substitutions",
  title: "what a host replaces in its policies stays as it is written",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const mark of marks) if (spec.tags?.includes(mark)) report(spec, `found ${mark}`);
    report(spec, "$(object.spec) {{ object.spec }} ${object}");
    if (/\$\(.*\)|\{\{.*\}\}/u.test(spec.text ?? "")) report(spec, "matched $(x) {{y}}", ["$(x)", "{{y}}"]);
    if (spec.table?.["{{x}}"]?.name === "$(y)") report(spec.table["{{x}}"], "{{", ["name"]);
    if (spec.text?.split("}}").length === 2) report(spec, spec.text.split("{{").join("$("));
    switch (spec.main?.name) {
      case "{{ name }}":
        report(spec, "$$(name)");
        break;
    }
    if (glob(spec.text ?? "", "{{*}}")) report(spec, "glob {{*}}");
  },
});
