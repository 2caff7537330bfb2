import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversarySplitAndJoin = policy({
  id: "adversary-split-and-join",
  title: "what is split at a text is joined by it again, with its empty parts",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "";
    report(spec, `${text.split(".").length} <${text.split(".").join("|")}>`);
    report(spec, `${text.split("$&").join("\\\\1")} ${text.split("||").length}`);
    if (text.split("aa").length === 2) report(spec, "one aa");
    if (text.split(".").join(".") === text) report(spec, "itself");
    if (text.split(".").at(-1) === "") report(spec, "ends at a point");
    if (text.split("\\").length === 2) report(spec, "a backslash");
    if (text.split("e\u0301").length === 2) report(spec, "an accent");
    report(
      spec,
      text
        .split(",")
        .map((part) => part.split("=")[0] ?? "none")
        .join("+"),
    );
  },
});
