import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

export const optionalBooleanAsValue = policy({
  id: "optional-boolean-as-value",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const some = spec.parts?.some((part) => part.on === true);
    const every = spec.parts?.every((part) => part.on === true);
    if (some === undefined) report(spec, "some is absent");
    if (some === false) report(spec, "some is false");
    if (every === undefined) report(spec, "every is absent");
    if (every === true) report(spec, "every is true");
    if (some === every) report(spec, "equal");
    if (some !== every) report(spec, "unequal");
    if (!some) report(spec, "not some");
    if (some ?? true) report(spec, "some or true");
  },
});
