import type { PolicyRequest } from "@writ/compiler/ir";
import type { Column } from "./column.js";
import { compare, gapOf, knownGaps, type Difference, type KnownGap } from "@writ/prove/engines";
import { shown } from "./compare.js";
import { knownRefusals } from "./known-refusals.js";
import type { Subject } from "./subject.js";
import type { Tally } from "./tally.js";

/** Keeps what the tests of a file count, and which gaps they met. */
export interface Ledger {
  readonly tallies: Tally[];
  readonly met: Set<KnownGap>;
}

/**
 * Asks one column about one subject, writes down what it counts, and returns it. Throws an error that shows the smallest difference that no known gap explains,
 * or a refusal that nobody expects.
 */
export async function hold(
  ledger: Ledger,
  set: Tally["set"],
  column: Column,
  subject: Subject,
  requests: readonly PolicyRequest[],
): Promise<Tally> {
  const refused = column.refusal(subject);
  checkRefusal(column.name, subject.name, refused);
  const empty = { set, subject: subject.name, column: column.name, engine: column.engine, inputs: requests.length };
  if (refused !== undefined) {
    const none: Tally = { ...empty, agreed: 0, differ: 0, notAdmissible: {}, notAsked: {}, gaps: {}, refused };
    ledger.tallies.push(none);
    return none;
  }
  const found = compare(subject.bench.compiled, await column.judge(subject, requests));
  const gaps = new Map<string, number>();
  const unexplained: Difference[] = [];
  for (const difference of found.differences) {
    const gap = gapOf(column.name, subject.bench.compiled, difference);
    if (gap === undefined) unexplained.push(difference);
    else {
      ledger.met.add(gap);
      gaps.set(gap.reason, (gaps.get(gap.reason) ?? 0) + 1);
    }
  }
  const tally: Tally = {
    ...empty,
    agreed: found.agreed,
    differ: unexplained.length,
    notAdmissible: Object.fromEntries(found.notAdmissible),
    notAsked: Object.fromEntries(found.notAsked),
    gaps: Object.fromEntries(gaps),
  };
  ledger.tallies.push(tally);
  if (unexplained.length > 0) throw new Error(shown(subject.name, unexplained));
  return tally;
}

/** A refusal is expected as it is written down, and nothing that is written down may build. */
function checkRefusal(column: string, subject: string, refused: string | undefined): void {
  const known = knownRefusals.find(({ columns, subjects }) => columns.includes(column) && subjects.includes(subject));
  if (known?.reason === refused) return;
  if (refused === undefined)
    throw new Error(`${subject} builds: take it off the known refusals (${known?.reason ?? ""})`);
  throw new Error(`${subject} is refused: ${refused}`);
}

/** The known gaps of some columns that no request has shown: they are closed, or nothing asks about them. */
export function closedGaps({ met }: Ledger, columns: readonly Column[]): readonly string[] {
  const names = new Set(columns.map(({ name }) => name));
  return knownGaps
    .filter((gap) => gap.columns.some((column) => names.has(column)) && !met.has(gap))
    .map(({ columns: of, reason }) => `${of.join(", ")}: ${reason}`);
}
