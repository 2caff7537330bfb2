import { decodeBase64, glob, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const base64 = policy({
  id: "base64",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = decodeBase64(spec.text);
    if (text === undefined) report(spec, "no text");
    else report(spec, `<${text}>`);
    if (glob(decodeBase64(spec.text) ?? "", "AKIA*")) report(spec, "access key");
    for (const part of spec.parts ?? []) {
      if (decodeBase64(part.name) === "password") report(part, "password", ["name"]);
    }
  },
});
