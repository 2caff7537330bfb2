import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { clusterPoliciesTogether } from "../matrix/run.js";
import { readLibrary } from "../matrix/subject.js";
import { leaveTallies, type Tally } from "../matrix/tally.js";
import { startKyverno, type KyvernoController } from "../src/cluster/kyverno.js";
import { startCluster, type Cluster } from "../src/cluster/start.js";
import { controlled, type ControlledTrial } from "./control.js";
import { localVerdict } from "./outcome.js";
import { openPlaces } from "./places.js";
import { matcherOf } from "./products.js";
import { judgedByApiServer, judgedByKyverno, type Judged } from "./run.js";
import { notAdmissibleLines, talliesOf } from "./tallies.js";
import { trialsOf } from "./trial.js";

/**
 * Every labelled case of the library goes through a real API server: as a new object, as an update, and for Pods through the subresources
 * that policies match.
 */
const subjects = await readLibrary();
const ids = [...new Set(subjects.map(({ bench }) => bench.compiled.id))];
const counted: Tally[] = [];

let cluster: Cluster;
let kyverno: KyvernoController;
let trials: readonly ControlledTrial[];

beforeAll(async () => {
  cluster = await startCluster();
  const places = openPlaces();
  trials = await controlled(
    cluster,
    subjects.flatMap((subject) => trialsOf(subject, places).filter(matcherOf(subject.bench.compiled))),
  );
});

afterAll(async () => {
  leaveTallies(inject("tallies"), "admission-library", counted);
  await kyverno?.close();
  await cluster?.close();
});

describe("the cases", () => {
  it("are objects that the API server takes, most of them", () => {
    const lines = notAdmissibleLines(trials);
    const refused = trials.filter(({ control }) => control.kind !== "admitted");
    process.stdout.write(`\nNot admissible, ${String(refused.length)} of ${String(trials.length)} requests:\n`);
    process.stdout.write(lines.map((line) => `  ${line}\n`).join(""));
    expect(refused.length).toBeLessThan(trials.length / 2);
  });
});

/** The object as it was written, and as the API server returns it when nothing is in the way. */
describe("the object as the API server returns it", () => {
  it.each(ids)("%s says the same about it as about the file", (id) => {
    let compared = 0;
    for (const subject of subjects.filter(({ bench }) => bench.compiled.id === id)) {
      // The cases of every policy: what a server adds shows on all kinds of objects.
      for (const { control, request, name, ...trial } of trials.filter(matcherOf(subject.bench.compiled))) {
        if (control.kind !== "admitted" || control.object === undefined) continue;
        const returned = localVerdict(subject, { ...request, object: control.object });
        const written = localVerdict(subject, request);
        expect({ of: trial.subject.name, name, way: trial.way, verdict: returned }).toEqual({
          of: trial.subject.name,
          name,
          way: trial.way,
          verdict: written,
        });
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(0);
  });
});

/** One engine with the policies in its own form. */
function describeEngine(column: string, judge: () => Promise<{ engine: string; judged: readonly Judged[] }>): void {
  describe(column, () => {
    let judged: readonly Judged[];
    beforeAll(async () => {
      const { engine, judged: found } = await judge();
      judged = found;
      counted.push(...talliesOf({ set: "library", column, engine }, judged));
    });

    it.each(ids)("%s: answers and messages are the local ones", (id) => {
      const own = judged.filter(({ subject }) => subject.bench.compiled.id === id);
      const differing = own.filter(({ outcome }) => outcome.kind === "differ");
      expect(
        differing.map(({ subject, trial, outcome }) => ({
          policy: subject.name,
          of: trial.subject.name,
          name: trial.name,
          way: trial.way,
          ...outcome,
        })),
      ).toEqual([]);
      const agreed = own.map(({ outcome }) => outcome).filter((outcome) => outcome.kind === "agree");
      expect(new Set(agreed.map(({ denied }) => denied))).toEqual(new Set([true, false]));
    });
  });
}

describeEngine("admission vap", async () => ({
  engine: `kube-apiserver ${cluster.version}`,
  judged: await judgedByApiServer(cluster, subjects, trials),
}));

describe("Kyverno", () => {
  beforeAll(async () => {
    kyverno = await startKyverno(cluster);
  });
  for (const [target, most] of [
    ["kyverno", Infinity],
    ["kyverno-legacy", clusterPoliciesTogether],
  ] as const) {
    describeEngine(`admission ${target}`, async () => ({
      engine: `Kyverno ${kyverno.version}, admission controller`,
      judged: await judgedByKyverno(cluster, kyverno, { target, most }, subjects, trials),
    }));
  }
});
