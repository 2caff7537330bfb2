import { cidrContains, compareQuantities, compareSemver, isIp, kinds, policy, quantity, string } from "@writ/sdk";
import { Widget } from "../widget.js";

export const adversaryNamesOfCel = policy({
  id: "adversary-names-of-cel",
  title: "names of one's own that are words, functions and macros of CEL",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const optional = spec.main?.next?.name ?? "absent";
    const sets = spec.tags ?? [];
    if (sets.some((has) => has === optional)) report(spec, "has");
    if ((spec.parts ?? []).some((__result__) => __result__.on)) report(spec, "result");
    if ((spec.parts ?? []).filter((all) => !all.on).every((exists) => exists.size !== undefined)) report(spec, "all");
    if (sets.some((ip) => isIp(ip))) report(spec, "ip");
    if (sets.some((cidr) => cidrContains("10.0.0.0/8", cidr))) report(spec, "cidr");
    if (sets.some((semver) => compareSemver(semver, "1.0.0") === 0)) report(spec, "semver");
    for (const namespace of spec.parts ?? [])
      for (const int of namespace.parts ?? [])
        if (int.name === namespace.name) report(int, `${int.name} in ${namespace.name}`);
    report(spec, sets.map((string) => `${string}!`).join(" "));
    const type = spec.numbers?.find((size) => size + 1 === sets.length);
    report(spec, `type ${type ?? 0}`);
    const quantity = spec.memory;
    if (compareQuantities(quantity, "1Gi") === 0) report(spec, "quantity");
    const dyn = spec.text ?? "dyn";
    const variables = dyn.split("-").map((matches) => matches.startsWith("a"));
    if (variables.includes(true)) report(spec, "variables");
  },
});
