import { imageRef, kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryImageNames = policy({
  id: "adversary-image-names",
  title: "images with ports, upper case, digests, and names that look like hosts",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const tag of spec.tags ?? []) {
      const ref = imageRef(tag);
      report(
        spec,
        ref === undefined
          ? `${tag} is malformed`
          : `${ref.name} ${ref.tag ?? "-"} ${ref.digest === undefined ? "-" : "pinned"}`,
      );
      if (ref?.registry === "localhost:5000") report(spec, "local");
    }
  },
});
