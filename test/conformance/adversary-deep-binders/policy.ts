import { kinds, policy, string } from "@writ/sdk";
import { Widget, type Part } from "../widget.js";

const named = (parts: readonly Part[] | undefined, name: string): readonly Part[] =>
  (parts ?? []).filter((part) => part.name !== name);
const any = (parts: readonly Part[] | undefined): boolean =>
  (parts ?? []).some((part) => (part.parts ?? []).some((part) => (part.parts ?? []).some((part) => part.on === true)));
export const adversaryDeepBinders = policy({
  id: "adversary-deep-binders",
  title: "binders of one name inside each other, each with an element of its own",
  severity: "low",
  // An object with twenty parts in each of twenty would be larger than any that an API server takes.
  sizes: { parts: 3, tags: 3 },
  match: kinds(Widget),
  check({ spec }, { report }) {
    for (const part of spec.parts ?? []) {
      for (const inner of named(part.parts, part.name)) {
        for (const part of named(inner.parts, inner.name)) {
          const names = (part.parts ?? []).map((part) => part.name);
          if ((part.parts ?? []).some((part) => (part.parts ?? []).every((part) => names.includes(part.name))))
            report(part, `${names.join("")} below ${part.name}`);
        }
      }
      if (any(part.parts)) report(part, "deep");
    }
    const all = (spec.parts ?? []).flatMap((part) =>
      (part.parts ?? []).flatMap((part) => (part.parts ?? []).map((part) => part.name)),
    );
    report(spec, all.join(" "));
    if (
      (spec.parts ?? []).some((part) =>
        (spec.parts ?? []).filter((other) => other.name === part.name).some((part) => part.on),
      )
    )
      report(spec, "on");
  },
});
