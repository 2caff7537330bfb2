import type { Tally } from "../matrix/tally.js";
import type { ControlledTrial } from "./control.js";
import type { Judged } from "./run.js";

/** The engine whose verdicts are counted. */
export interface CountedEngine {
  readonly set: Tally["set"];
  readonly column: string;
  /** The engine and its version. */
  readonly engine: string;
}

/** The counts of each subject, for the report; `gapIn` says why a difference is known. */
export function talliesOf(
  { set, column, engine }: CountedEngine,
  judged: readonly Judged[],
  gapIn: (one: Judged) => string | undefined = () => undefined,
): readonly Tally[] {
  const subjects = [...new Set(judged.map(({ subject }) => subject))];
  return subjects.map((subject) => {
    const own = judged.filter((one) => one.subject === subject);
    const outcomes = own.map(({ outcome }) => outcome);
    const known = own.flatMap((one) => gapIn(one) ?? []);
    return {
      set,
      subject: subject.name,
      column,
      engine,
      inputs: outcomes.length,
      agreed: outcomes.filter(({ kind }) => kind === "agree").length,
      differ: outcomes.filter(({ kind }) => kind === "differ").length - known.length,
      notAdmissible: counted(outcomes.flatMap((one) => (one.kind === "not admissible" ? [brief(one.reason)] : []))),
      notAsked: {},
      gaps: counted(known),
    };
  });
}

function counted(reasons: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** Every case of which something else than a policy answered: a line each, with the ways that it went. */
export function notAdmissibleLines(trials: readonly ControlledTrial[]): readonly string[] {
  const byCase = new Map<string, { readonly reason: string; readonly ways: readonly string[] }>();
  for (const { subject, name, way, control } of trials) {
    if (control.kind === "admitted") continue;
    const key = `${subject.name}: ${name}`;
    const known = byCase.get(key) ?? { reason: control.reason, ways: [] };
    byCase.set(key, { ...known, ways: [...known.ways, way] });
  }
  return [...byCase].map(([key, { reason, ways }]) => `${key} (${ways.join(", ")}): ${brief(reason)}`);
}

/** The first line of a reason, without the objects that the API server prints into it. */
function brief(reason: string): string {
  const [line = ""] = reason.split("\n");
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
