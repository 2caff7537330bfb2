import { imageRef, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const imageRefPolicy = policy({
  id: "image-ref",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const ref = imageRef(spec.text);
    if (ref === undefined) {
      report(spec, "malformed");
      return;
    }
    report(spec, `${ref.registry} ${ref.repository} ${ref.tag ?? "untagged"}`);
    if (ref.digest !== undefined) report(spec, "pinned");
    if (imageRef(spec.text)?.name === "docker.io/library/nginx") report(spec, "nginx");
  },
});
