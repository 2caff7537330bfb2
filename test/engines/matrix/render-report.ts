import { knownGaps } from "@writ/prove/engines";
import { groups, rowsOf, total } from "./render-totals.js";
import type { Tally } from "./tally.js";

/** The report of a full run as Markdown: without times, so that it changes only when a count or a version does. */
export function renderReport(tallies: readonly Tally[]): string {
  return `${[
    "# The matrix of engines",
    "",
    "<!-- Written by `npm run test:engines -- --full`. Do not edit. -->",
    "",
    "Every engine is asked what each policy says about each request, and held against the reference interpreter: sets of paths and",
    "messages where an engine gives them, and the one text that a CEL host shows. [How](../test/engines/README.md).",
    "",
    "## Engines",
    "",
    ...table(["column", "engine"], enginesOf(tallies)),
    "",
    "## Verdicts",
    "",
    "An input is one request to one policy; the Kyverno CLI gets a sample of those that were made.",
    "",
    ...table(...rowsOf(tallies)),
    "",
    "## Not admissible",
    "",
    "The API server refuses these objects before a policy sees them, most of them for a type.",
    "",
    ...table(
      ["column", "reason", "requests"],
      countsOf(tallies, ({ notAdmissible }) => notAdmissible),
    ),
    "",
    "## Not asked",
    "",
    ...table(
      ["column", "reason", "requests"],
      countsOf(tallies, ({ notAsked }) => notAsked),
    ),
    "",
    "## Known gaps",
    "",
    ...table(["columns", "requests", "reason", "link"], gapsOf(tallies)),
    "",
    "## Refused by the build",
    "",
    ...table(["policy", "column", "reason"], refusalsOf(tallies)),
  ].join("\n")}\n`;
}

type Row = readonly string[];

function enginesOf(tallies: readonly Tally[]): readonly Row[] {
  return groups(tallies, ({ column }) => column).map(([first]) => [first?.column ?? "", first?.engine ?? ""]);
}

function countsOf(
  tallies: readonly Tally[],
  counts: (tally: Tally) => Readonly<Record<string, number>>,
): readonly Row[] {
  return groups(tallies, ({ column }) => column).flatMap((group) => {
    const sums = new Map<string, number>();
    for (const tally of group) {
      for (const [reason, count] of Object.entries(counts(tally))) sums.set(reason, (sums.get(reason) ?? 0) + count);
    }
    return [...sums]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([reason, count]) => [group[0]?.column ?? "", reason, count.toLocaleString("en")]);
  });
}

function gapsOf(tallies: readonly Tally[]): readonly Row[] {
  return knownGaps.map(({ columns, reason, link }) => {
    const count = tallies.reduce((sum, { gaps }) => sum + (gaps[reason] ?? 0), 0);
    return [columns.join(", "), count.toLocaleString("en"), reason, `<${link}>`];
  });
}

function refusalsOf(tallies: readonly Tally[]): readonly Row[] {
  return tallies.flatMap(({ subject, column, refused }) => (refused === undefined ? [] : [[subject, column, refused]]));
}

function table(headings: Row, rows: readonly Row[]): readonly string[] {
  if (rows.length === 0) return ["None."];
  const line = (cells: Row): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)];
}

/** The page that defines equality, with the figures of a run: a row for each engine. Throws when it has no place for them. */
export function withFigures(page: string, tallies: readonly Tally[]): string {
  const rows = groups(tallies, ({ engine }) => engine).map((group): Row => {
    const sum = (of: (tally: Tally) => number): string =>
      group.reduce((all, tally) => all + of(tally), 0).toLocaleString("en");
    const subjects = new Set(group.filter(({ refused }) => refused === undefined).map(({ subject }) => subject));
    const counts = [
      sum(({ agreed, differ, gaps }) => agreed + differ + total(gaps)),
      sum(({ differ }) => differ),
      sum(({ gaps }) => total(gaps)),
    ];
    return [group[0]?.engine ?? "", subjects.size.toLocaleString("en"), ...counts];
  });
  const figures = [
    ...table(["engine", "policies", "verdicts", "differ", "known gaps"], rows),
    "",
    `${renderSum(tallies)}.`,
  ];
  const place = /(<!-- begin figures -->\n)[^]*?(<!-- end figures -->)/;
  if (!place.test(page)) throw new Error("the page has no place for the figures");
  return page.replace(place, (_, begin: string, end: string) => `${begin}\n${figures.join("\n")}\n\n${end}`);
}

/** What is left to say after a run in one line. */
export function renderSum(tallies: readonly Tally[]): string {
  const compared = tallies.reduce((sum, { agreed, differ, gaps }) => sum + agreed + differ + total(gaps), 0);
  const differ = tallies.reduce((sum, tally) => sum + tally.differ, 0);
  return `${compared.toLocaleString("en")} verdicts compared, ${differ.toLocaleString("en")} differ`;
}
