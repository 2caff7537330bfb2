import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const textSplit = policy({
  id: "text-split",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "";
    const [name = "", tag] = text.split(":");
    report(spec, `name ${name} ${tag ?? "no tag"}`);
    if (text.split("/").length > 2) report(spec, "deep");
    if (text.split("--").some((part) => part === "")) report(spec, "empty part");
    report(
      spec,
      text
        .split(", ")
        .map((part) => `[${part}]`)
        .join(""),
    );
    report(spec, `last ${text.split("/").at(-1) ?? ""}`);
    if (spec.text?.split("é").includes("x")) report(spec, "x");
    report(spec, "a".concat(text, "b"));
    report(spec, String(spec.count ?? 0));
  },
});
