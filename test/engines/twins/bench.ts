import { clockNames, clocks, type Clock, type ClockName } from "./clocks.js";
import { median } from "./cost.js";
import { twinnedPolicies, type Twinned } from "./library.js";
import { sizedObjects } from "./objects.js";

/*
 * `npm run bench -- twins`: how long what is emitted takes, beside what is written by hand. No test: time depends on the machine and on
 * what else it does. Both forms judge each object in turn, many times, and the medians are compared.
 */

const turns = 7;
const outcomes = ["passing", "failing"] as const;
type Outcome = (typeof outcomes)[number];

/** What timing one object by both forms gave. */
interface Timing {
  readonly outcome: Outcome;
  readonly ratio: number;
  /** Of the emitted form. */
  readonly nanoseconds: number;
}

/** Times every policy that has a twin in every engine, and prints a line for each policy when it is done. */
export async function benchTwins(print: (line: string) => void): Promise<void> {
  const cell = (of: string): string => of.padStart(18);
  const heads = outcomes.flatMap((outcome) => clockNames.map((name) => cell(`${name} ${outcome}`)));
  print("Time of an evaluation, emitted to hand-written, and microseconds of the emitted: medians over the objects.");
  print(`${"policy".padEnd(26)}${heads.join("")}`);
  const all = new Map<string, number[]>();
  let drowned = 0;
  for (const twinned of await twinnedPolicies()) {
    const cells = new Map<string, string>();
    for (const name of clockNames) {
      const timings = await timed(twinned, name);
      drowned += sizedObjects(twinned.id).length - timings.length;
      for (const outcome of outcomes) {
        const own = timings.filter((one) => one.outcome === outcome);
        const ratios = own.map(({ ratio }) => ratio);
        const key = `${name} ${outcome}`;
        all.set(key, [...(all.get(key) ?? []), ...ratios]);
        const spent = middle(own.map(({ nanoseconds }) => nanoseconds)) / 1000;
        cells.set(key, cell(`${middle(ratios).toFixed(2)} (${spent.toFixed(0)})`));
      }
    }
    const row = outcomes.flatMap((outcome) => clockNames.map((name) => cells.get(`${name} ${outcome}`) ?? ""));
    print(`${twinned.id.padEnd(26)}${row.join("")}`);
  }
  const summary = (title: string, of: (ratios: readonly number[]) => number): void => {
    const row = outcomes.flatMap((outcome) =>
      clockNames.map((name) => cell(of(all.get(`${name} ${outcome}`) ?? []).toFixed(2))),
    );
    print(`${title.padEnd(26)}${row.join("")}`);
  };
  summary("median", middle);
  summary("greatest", (ratios) => Math.max(...ratios));
  if (drowned > 0) print(`left out, because the machine was too busy to time them: ${String(drowned)} objects`);
}

async function timed(twinned: Twinned, name: ClockName): Promise<readonly Timing[]> {
  const clock = await clocks[name](twinned);
  try {
    const timings: Timing[] = [];
    for (const { state, object } of sizedObjects(twinned.id)) {
      const repeat = await repeatOf(clock, object);
      const emitted: number[] = [];
      const twin: number[] = [];
      for (let turn = 0; turn < turns; turn += 1) {
        const pair = { emitted: await clock.emitted(object, repeat), twin: await clock.twin(object, repeat) };
        // What a busy machine has drowned is no measurement of either.
        if (pair.emitted <= 0 || pair.twin <= 0) continue;
        emitted.push(pair.emitted);
        twin.push(pair.twin);
      }
      if (emitted.length <= turns / 2) continue;
      const nanoseconds = middle(emitted);
      timings.push({
        outcome: state === "passing" ? "passing" : "failing",
        ratio: nanoseconds / middle(twin),
        nanoseconds,
      });
    }
    return timings;
  } finally {
    await clock.close();
  }
}

/** How often to evaluate for a measurement of some milliseconds: after the first evaluations, which are slow. */
async function repeatOf({ emitted, twin }: Clock, object: Parameters<Clock["emitted"]>[0]): Promise<number> {
  const wanted = 4e6;
  const first = Math.max(await emitted(object, 20), await twin(object, 20), 1);
  return Math.min(500, Math.max(20, Math.round(wanted / first)));
}

function middle(of: readonly number[]): number {
  return median([...of].sort((a, b) => a - b));
}
