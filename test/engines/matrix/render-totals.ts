import type { Tally } from "./tally.js";

const headings = [
  "policies",
  "engine",
  "verdicts",
  "agree",
  "differ",
  "known gaps",
  "not admissible",
  "not asked",
] as const;

/** The whole matrix as a table: a row for each set of policies and engine. */
export function renderTotals(tallies: readonly Tally[]): string {
  const rows = groups(tallies, ({ set, column }) => `${set} ${column}`).map((group) => {
    const [{ set, column }] = group as [Tally];
    const sum = (number: (tally: Tally) => number): number => group.reduce((total, tally) => total + number(tally), 0);
    const agreed = sum(({ agreed: of }) => of);
    const differ = sum(({ differ: of }) => of);
    const gaps = sum((tally) => total(tally.gaps));
    const refused = group.filter((tally) => tally.refused !== undefined).length;
    const policies = `${set} ${String(group.length - refused)}${refused === 0 ? "" : ` (${String(refused)} refused)`}`;
    const counts = [
      agreed + differ + gaps,
      agreed,
      differ,
      gaps,
      sum((tally) => total(tally.notAdmissible)),
      sum((tally) => total(tally.notAsked)),
    ];
    return [policies, column, ...counts.map((count) => count.toLocaleString("en"))];
  });
  const widths = headings.map((heading, index) =>
    Math.max(heading.length, ...rows.map((row) => (row[index] ?? "").length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => (index < 2 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join("  ");
  return [line(headings), ...rows.map(line)].join("\n");
}

/** The sum of counts by reason. */
export function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Tallies with the same key, in the order of their first. */
export function groups(tallies: readonly Tally[], key: (tally: Tally) => string): readonly (readonly Tally[])[] {
  const found = new Map<string, Tally[]>();
  for (const tally of tallies) found.set(key(tally), [...(found.get(key(tally)) ?? []), tally]);
  return [...found.values()];
}
