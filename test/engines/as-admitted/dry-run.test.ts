import { openApiServer, type ApiServer } from "@writ/apiserver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { titleOf } from "../../corpora/corpus.js";
import { startCluster, type Cluster } from "../src/cluster/start.js";
import type { JsonObject } from "../src/engine.js";
import { definition, gadgets } from "./custom.js";
import { corpusDocuments, libraryDocuments } from "./documents.js";
import { openDryRuns, type DryRuns, type Trial } from "./dry-run.js";
import { prepared } from "./prepared.js";
import { seeds } from "./seeds.js";
import { serverOnly } from "./server-only.js";
import { variationsOf } from "./variations.js";

/** What `writ check --as-admitted` takes for the admitted object is what a real API server returns. */
let cluster: Cluster;
let local: ApiServer;
let runs: DryRuns;

beforeAll(async () => {
  const opened = await openApiServer({ report: (line) => process.stderr.write(`${line}\n`) });
  if ("message" in opened) throw new Error(`${opened.message}; ${opened.help}`);
  local = opened;
  cluster = await startCluster();
  expect(cluster.version).toBe(local.kubernetes);
  runs = await openDryRuns(cluster, local);
});

afterAll(async () => {
  await runs?.close();
  local?.close();
  await cluster?.close();
});

/** Each document with what is not as it should be, once for each difference. */
function problemsOf(trials: readonly Trial[]): readonly string[] {
  const lines = trials.flatMap(({ document, outcome }) => {
    const of = `${JSON.stringify(document["kind"])} ${JSON.stringify(document).slice(0, 300)}`;
    if (outcome.kind === "refused by one") return [`${of}: ${outcome.reason}`];
    return outcome.kind === "compared" ? outcome.differing.map((difference) => `${difference} in ${of}`) : [];
  });
  return [...new Set(lines)];
}

function comparedIn(trials: readonly Trial[]): number {
  return trials.filter(({ outcome }) => outcome.kind === "compared").length;
}

function report(what: string, trials: readonly Trial[]): void {
  const counted = (["compared", "refused by both", "invalid"] as const).map(
    (kind) => `${String(trials.filter(({ outcome }) => outcome.kind === kind).length)} ${kind}`,
  );
  const seen = trials.filter(({ outcome }) => outcome.kind === "compared" && outcome.seen).length;
  counted.push(`${String(seen)} of them as policies see them`);
  process.stdout.write(`As admitted, ${what}: ${String(trials.length)} documents, ${counted.join(", ")}\n`);
}

/** Documents spread evenly over a list. */
function sample<Item>(list: readonly Item[], most: number): readonly Item[] {
  const step = Math.ceil(list.length / most);
  return list.filter((_, index) => index % step === 0);
}

describe("what the API server's code makes of a document is what a real API server returns", () => {
  it("for the least of each kind", async () => {
    const trials = await runs.run(seeds);
    report("one document a kind", trials);
    expect(problemsOf(trials)).toEqual([]);
    expect(trials.flatMap(({ outcome }) => (outcome.kind === "compared" ? [] : [outcome]))).toEqual([]);
  });

  it("for what is done by hand to a new object, and for defaults that depend on other fields", async () => {
    const trials = await runs.run(prepared);
    report("written for what is prepared", trials);
    expect(problemsOf(trials)).toEqual([]);
    expect(trials.flatMap(({ outcome }) => (outcome.kind === "compared" ? [] : [outcome]))).toEqual([]);
  });

  it("for each field of each kind, at its zero value and at others", async () => {
    const trials: Trial[] = [];
    for (const seed of seeds) {
      const all = variationsOf(seed);
      trials.push(...(await runs.run(sample(all, seed["kind"] === "Pod" ? 4000 : 120))));
    }
    report("one field changed", trials);
    expect(problemsOf(trials)).toEqual([]);
    expect(comparedIn(trials)).toBeGreaterThan(2000);
  }, 600_000);

  it("for the labelled cases of the library", async () => {
    const trials = await runs.run(await libraryDocuments());
    report("cases of the library", trials);
    expect(problemsOf(trials)).toEqual([]);
    expect(comparedIn(trials)).toBeGreaterThan(60);
  });

  it("for custom resources, whose definition has defaults", async () => {
    expect(await cluster.apply(definition)).toBeUndefined();
    expect(await local.define([definition])).toEqual([{ kind: "admitted", object: {} }]);
    const trials = await runs.run(gadgets);
    report("custom resources", trials);
    expect(problemsOf(trials)).toEqual([]);
    expect(comparedIn(trials)).toBeGreaterThan(10);
  });

  const corpus = corpusDocuments();
  it.skipIf(corpus === undefined)(titleOf("for the documents of other projects", corpus), async () => {
    const trials = await runs.run(corpus as readonly JsonObject[]);
    report("documents of other projects", trials);
    expect(problemsOf(trials)).toEqual([]);
    expect(comparedIn(trials)).toBeGreaterThan(800);
  });

  it("but for what only a running server knows, all of which was seen", () => {
    expect(serverOnly.map(({ name }) => name).filter((name) => !runs.met.has(name))).toEqual([]);
  });
});
