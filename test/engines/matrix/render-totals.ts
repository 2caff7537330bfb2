import type { Tally } from "./tally.js";

const headings = [
  "set",
  "policies",
  "column",
  "inputs",
  "verdicts",
  "agree",
  "differ",
  "known gaps",
  "not admissible",
  "not asked",
] as const;

/** The whole matrix in numbers: the headings, and a row for each set of policies and engine. */
export function rowsOf(tallies: readonly Tally[]): readonly [readonly string[], readonly (readonly string[])[]] {
  const rows = groups(tallies, ({ set, column }) => `${set} ${column}`).map((group) => {
    const sum = (number: (tally: Tally) => number): number => group.reduce((all, tally) => all + number(tally), 0);
    const built = group.filter(({ refused }) => refused === undefined);
    const agreed = sum(({ agreed: of }) => of);
    const differ = sum(({ differ: of }) => of);
    const gaps = sum((tally) => total(tally.gaps));
    const inputs = built.reduce((all, tally) => all + tally.inputs, 0);
    const notAdmissible = sum((tally) => total(tally.notAdmissible));
    const notAsked = sum((tally) => total(tally.notAsked));
    const counts = [inputs, agreed + differ + gaps, agreed, differ, gaps, notAdmissible, notAsked];
    const [first] = group;
    return [
      first?.set ?? "",
      built.length.toLocaleString("en"),
      first?.column ?? "",
      ...counts.map((count) => count.toLocaleString("en")),
    ];
  });
  return [headings, rows];
}

/** The same as text in columns. */
export function renderTotals(tallies: readonly Tally[]): string {
  const [, rows] = rowsOf(tallies);
  const widths = headings.map((heading, at) => Math.max(heading.length, ...rows.map((row) => (row[at] ?? "").length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (at === 0 || at === 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
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
