import { kinds, policy, urlCovers } from "@writ/sdk";
import { Widget } from "../widget.js";

export const urlCoversPolicy = policy({
  id: "url-covers",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const part of spec.parts ?? []) {
      if (urlCovers(part.name, "/healthz/etcd")) report(part, "health");
      if (urlCovers(part.name, spec.text ?? "")) report(part, "text");
    }
  },
});
