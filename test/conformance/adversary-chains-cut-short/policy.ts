import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryChainsCutShort = policy({
  id: "adversary-chains-cut-short",
  title: "an optional chain that ends early skips the calls and look-ups after it",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    if (spec.main?.next?.tags?.[0]?.startsWith("a") ?? spec.flag ?? false) report(spec, "starts, or the flag");
    if (spec.main?.parts?.[0]?.tags?.some((tag) => tag === spec.text)) report(spec, "some");
    if (!spec.main?.parts?.[0]?.tags?.every((tag) => tag === spec.text)) report(spec, "not every");
    if (spec.main?.parts?.find((part) => part.on)?.next?.name !== "x") report(spec, "found is not x");
    if (spec.main?.parts?.filter((part) => part.on)[0]?.name.endsWith("z")) report(spec, "first that is on ends in z");
    report(spec, `${spec.main?.parts?.map((part) => part.name).join("+") ?? "no parts"}`);
    report(spec, `${spec.main?.parts?.flatMap((part) => part.tags ?? []).at(-1) ?? "no last tag"}`);
    if (spec.table?.["a"]?.parts?.[1]?.next?.next?.on !== false) report(spec, "deep is not false");
    report(spec, `${spec.main?.name.split("-").at(1) ?? "no second word"}`);
  },
});
