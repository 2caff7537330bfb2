import { openApiServer, type ApiServer } from "@writ/apiserver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCorpus, titleOf } from "../../corpora/corpus.js";
import { readLibrary } from "../matrix/subject.js";
import { startCluster, type Cluster } from "../src/cluster/start.js";
import type { JsonObject } from "../src/engine.js";
import { openDryRuns, type DryRuns, type Outcome, type Trial } from "./dry-run.js";
import { seeds } from "./seeds.js";
import { serverOnly } from "./server-only.js";
import { variationsOf } from "./variations.js";

let cluster: Cluster;
let local: ApiServer;
let runs: DryRuns;

beforeAll(async () => {
  const opened = await openApiServer({ report: (line) => process.stderr.write(`${line}\n`) });
  if ("message" in opened) throw new Error(`${opened.message}; ${opened.help}`);
  local = opened;
  cluster = await startCluster();
  for (const name of ["seeds", "shop"]) await cluster.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name } });
  runs = openDryRuns(cluster, local);
});

afterAll(async () => {
  local?.close();
  await cluster?.close();
});

/** What is not as it should be, in a form that a failing test shows. */
function problemsOf(trials: readonly Trial[]): readonly string[] {
  return trials.flatMap(({ document, outcome }) => {
    const { kind } = document as { readonly kind: string };
    switch (outcome.kind) {
      case "compared":
        return outcome.differing.map((difference) => `${kind} ${difference}`);
      case "refused by one":
        return [`${kind} ${outcome.reason}`];
      case "refused by both":
      case "invalid":
        return [];
    }
  });
}

function count(trials: readonly Trial[], kind: Outcome["kind"]): number {
  return trials.filter(({ outcome }) => outcome.kind === kind).length;
}

function say(what: string, trials: readonly Trial[]): void {
  const counts = (["compared", "refused by both", "invalid"] as const).map((kind) => `${String(count(trials, kind))} ${kind}`);
  process.stdout.write(`${what}: ${String(trials.length)} documents, ${counts.join(", ")}\n`);
}

describe("what the API server's code makes of a document, and what a real API server makes of it", () => {
  it("seeds", async () => {
    const trials = await runs.run(seeds);
    say("seeds", trials);
    expect(trials.filter(({ outcome }) => outcome.kind !== "compared")).toEqual([]);
    expect(problemsOf(trials)).toEqual([]);
  });
  it("variations", async () => {
    const all: Trial[] = [];
    for (const seed of seeds) {
      const v = variationsOf(seed); const step = seed["kind"] === "Pod" ? 1 : Math.ceil(v.length / 400);
      all.push(...(await runs.run(v.filter((_, i) => i % step === 0))));
    }
    say("variations", all);
    const p = problemsOf(all);
    require("node:fs").writeFileSync("/tmp/problems.json", JSON.stringify(all.filter((t) => problemsOf([t]).length > 0), null, 1));
    expect([...new Set(p)].length).toEqual(0);
  }, 600000);
  it("met", () => {
    expect(serverOnly.map(({ name }) => name).filter((name) => !runs.met.has(name))).toEqual([]);
  });
});
