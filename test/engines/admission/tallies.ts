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

/** The counts of each subject, for the report. */
export function talliesOf({ set, column, engine }: CountedEngine, judged: readonly Judged[]): readonly Tally[] {
  const subjects = [...new Set(judged.map(({ subject }) => subject))];
  return subjects.map((subject) => {
    const outcomes = judged.filter((one) => one.subject === subject).map(({ outcome }) => outcome);
    const notAdmissible = new Map<string, number>();
    for (const outcome of outcomes) {
      if (outcome.kind !== "not admissible") continue;
      const reason = brief(outcome.reason);
      notAdmissible.set(reason, (notAdmissible.get(reason) ?? 0) + 1);
    }
    return {
      set,
      subject: subject.name,
      column,
      engine,
      inputs: outcomes.length,
      agreed: outcomes.filter(({ kind }) => kind === "agree").length,
      differ: outcomes.filter(({ kind }) => kind === "differ").length,
      notAdmissible: Object.fromEntries(notAdmissible),
      notAsked: {},
      gaps: {},
    };
  });
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
