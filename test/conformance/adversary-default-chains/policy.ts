import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryDefaultChains = policy({
  id: "adversary-default-chains",
  title: "a chain of defaults takes the first value that is there, be it false, zero, or empty",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    report(spec, `number ${spec.main?.next?.size ?? spec.main?.size ?? spec.count ?? 7}`);
    report(spec, `text <${spec.main?.next?.name ?? spec.text ?? spec.tags?.[0] ?? "last"}>`);
    if (spec.main?.next?.on ?? spec.main?.on ?? spec.flag ?? true) report(spec, "true in the end");
    if ((spec.main?.next ?? spec.main)?.on === false) report(spec, "nearest is off");
    if ((spec.main ?? spec.parts?.[0])?.next?.name === "n") report(spec, "next is n");
    if ((spec.main?.parts ?? spec.parts ?? []).length === 0) report(spec, "no parts");
    if ((spec.flag ?? spec.main?.on) === undefined) report(spec, "neither flag");
    if ((spec.flag ?? spec.main?.on ?? false) === false) report(spec, "false or neither");
  },
});
