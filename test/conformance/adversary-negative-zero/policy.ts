import { count, kinds, max, min, policy, sum } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryNegativeZero = policy({
  id: "adversary-negative-zero",
  title: "negative zero is zero: compared, printed, looked up, and as a position",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const count = spec.count ?? -0;
    const tags = spec.tags ?? [];
    report(spec, `${-count} ${count * -1} ${0 - count} ${-0} ${[-count].join(",")} ${String(-count)}`);
    if (-count === 0) report(spec, "equal");
    if ([0].includes(-count) && new Set([0]).has(-count) && new Set([-0, 5]).has(count))
      report(spec, "in a list and in sets");
    if (-count >= 0 && -count <= -0) report(spec, "neither above nor below");
    if (spec.ratio === -0) report(spec, "ratio");
    report(spec, `${max([-count, -1]) ?? 7} ${min([0, -count]) ?? 7} ${sum([-count]) ?? 7}`);
    report(
      spec,
      `${tags.at(-0) ?? "none"} ${tags[-0] ?? "none"} <${tags.slice(-0).join(",")}> <${tags.slice(0, -0).join(",")}>`,
    );
    switch (-count) {
      case 0:
        report(spec, "case 0");
        break;
      default:
        report(spec, "another case");
    }
  },
});
