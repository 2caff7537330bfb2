import { asciiLowerCase, asciiTrim, asciiUpperCase, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const ascii = policy({
  id: "ascii",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const lower = asciiLowerCase(spec.text);
    if (lower === undefined) {
      report(spec, "no text");
      return;
    }
    report(spec, `lower <${lower}> upper <${asciiUpperCase(lower)}>`);
    report(spec, `trimmed <${asciiTrim(spec.text) ?? "none"}>`);
    if (asciiLowerCase(asciiTrim(spec.text)) === "yes") report(spec, "yes");
    if ((spec.tags ?? []).some((tag) => asciiUpperCase(tag) === asciiUpperCase(lower))) report(spec, "tagged");
  },
});
