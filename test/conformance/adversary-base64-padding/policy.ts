import { decodeBase64, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryBase64Padding = policy({
  id: "adversary-base64-padding",
  title: "encoded texts without padding, with too much of it, or of no text",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const tag of spec.tags ?? []) report(spec, `${tag} <${decodeBase64(tag) ?? "none"}>`);
  },
});
