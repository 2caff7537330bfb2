import { kinds, policy } from "@writ/sdk";
import { Widget } from "../widget.js";

const limits = { web: 3, db: 5 } as const;
const teams: Readonly<Record<string, { readonly max: number; readonly tags: readonly string[] }>> = {
  core: { max: 1, tags: ["x", "y"] },
  edge: { max: 20, tags: [] },
};
const ports = new Map([
  ["http", 80],
  ["https", 443],
]);
const names = new Map(Object.entries({ a: "first", b: "second" }));
const rules = [
  { name: "a", max: 1 },
  { name: "b", max: 2 },
] as const;
const settings = Object.freeze({ prefix: "x-", nested: { suffix: "-z" } });

export const constObjects = policy({
  id: "const-objects",
  title: "T",
  severity: "low",
  match: kinds(Widget),
  check({ spec }, { report }) {
    const text = spec.text ?? "";
    const count = spec.count ?? 0;
    if (count > limits.web) report(spec, `above ${limits.web} and ${limits["db"]}`);
    const team = Object.hasOwn(teams, text) ? teams[text] : undefined;
    if (team !== undefined && count > team.max) report(spec, `above ${team.max}`);
    if (Object.hasOwn(teams, text) && teams[text]?.tags.includes("x")) report(spec, "x of a team");
    if (ports.get(text) === count) report(spec, `port ${ports.get(text) ?? 0}`);
    if (ports.has(text)) report(spec, `${ports.size} ports`);
    report(spec, names.get(text) ?? "no name");
    for (const rule of rules)
      if (rule.name === text && count > rule.max) report(spec, `${rule.name} at most ${rule.max}`);
    if (rules.some(({ name, max }) => name === text && max === count)) report(spec, "exactly");
    if (text.startsWith(settings.prefix) && text.endsWith(settings.nested.suffix)) report(spec, "affixed");
    if (!Object.hasOwn(limits, text)) return;
    report(spec, "limited");
  },
});
