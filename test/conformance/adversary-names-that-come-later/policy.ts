import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryNamesThatComeLater = policy({
  id: "adversary-names-that-come-later",
  title: "an object without a name, whose name comes later from a prefix",
  severity: "low",
  match: kinds(Widget),

  check({ metadata, spec }, { report, namespace }) {
    const name = metadata.name ?? metadata.generateName;
    report(metadata, name ?? "nameless");
    if (metadata.name === undefined) report(metadata, "no name yet", ["generateName"]);
    if (metadata.generateName?.endsWith("-") === false) report(metadata, "an odd prefix");
    report(metadata, `in ${namespace?.name ?? "the cluster"}`, ["namespace"]);
    if (spec.text === name) report(spec, "named as the text");
  },
});
