import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const placesBelowDefaults = policy({
  id: "places-below-defaults",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const part of spec.parts ?? []) {
      for (const inner of (part.parts ?? []).slice(-1)) report(inner, `last ${inner.name}`);
      for (const inner of (part.next?.parts ?? []).slice(0, 1)) report(inner, `first ${inner.name}`);
      const on = (part.parts ?? []).find((inner) => inner.on === true);
      if (on !== undefined) report(on, `on ${on.name}`, ["on"]);
    }
  },
});
