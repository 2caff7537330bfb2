import { emitKubernetes } from "@writ/compiler";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { gapOf, withNamespace } from "@writ/prove/engines";
import { readConformance, type Subject } from "../matrix/subject.js";
import { leaveTallies } from "../matrix/tally.js";
import { established } from "../src/cluster/kyverno-crds.js";
import { startCluster, type Cluster } from "../src/cluster/start.js";
import { controlled } from "./control.js";
import { localVerdict } from "./outcome.js";
import { inNamespace, namespaceOf, openPlaces } from "./places.js";
import { denyingIn, matcherOf } from "./products.js";
import { judgedByApiServer, judgedByNamespace, type Judged } from "./run.js";
import { talliesOf } from "./tallies.js";
import { trialsOf } from "./trial.js";
import { widgetDefinition } from "./widget-definition.js";

/**
 * The policies of test/conformance in a real API server: most of them on a custom resource whose definition takes anything, so that what
 * is broken reaches them. All are in force at once, each in namespaces of its own; where the namespace decides, one after the other.
 */
const all = await readConformance();
const subjects = all.filter(({ bench: { compiled } }) => emitKubernetes("vap", compiled, denyingIn([compiled.id])).ok);
const moved = subjects.map(inOwnNamespace);
const together = moved.filter((subject, index) => sameVerdicts(subject, subjects[index] as Subject));
const alone = subjects.map(filled).filter((_, index) => !together.includes(moved[index] as Subject));

/** The subject with its inputs in a namespace that has its name. */
function inOwnNamespace(subject: Subject): Subject {
  const { id } = subject.bench.compiled;
  const labelled = subject.labelled.map((input) => {
    const { object, oldObject, ...request } = input.request;
    const own = (of: typeof object): typeof object => (namespaceOf(of) === undefined ? of : inNamespace(of, id));
    const old = oldObject === undefined ? {} : { oldObject: own(oldObject) };
    return { ...input, request: withNamespace({ ...request, ...old, object: own(object), namespace: { name: id } }) };
  });
  return { ...subject, labelled };
}

/** The subject with the namespace of its requests in their objects, as the API server has them. */
function filled(subject: Subject): Subject {
  const labelled = subject.labelled.map((input) => ({ ...input, request: withNamespace(input.request) }));
  return { ...subject, labelled };
}

function sameVerdicts(one: Subject, other: Subject): boolean {
  return one.labelled.every(
    ({ request }, index) =>
      localVerdict(one, request) ===
      localVerdict(other, (other.labelled[index] as (typeof one.labelled)[number]).request),
  );
}

/** Cases about what an API server rewrites before any policy sees it: they say what is written. By policy, with their names. */
const rewritten: Readonly<Record<string, { readonly cases: readonly string[]; readonly reason: string }>> = {
  "adversary-deletion-timestamps": {
    cases: ["marked before"],
    reason: "the API server alone marks an object as being deleted, and stores none that says so",
  },
  "adversary-names-that-come-later": {
    cases: ["a prefix", "a null name"],
    reason: "the API server makes up the name before a policy sees the object",
  },
};

/** Why a difference is known, if it is: what a server rewrites, and the gaps of its own validator. */
function gapIn({ subject, trial, outcome }: Judged): string | undefined {
  if (outcome.kind !== "differ") return undefined;
  const known = rewritten[subject.name];
  if (known?.cases.includes(trial.name) === true) return known.reason;
  return gapOf("vap-new", subject.bench.compiled, { request: trial.request, ...outcome })?.reason;
}

describe("conformance policies in a real API server", () => {
  let cluster: Cluster;
  let judged: readonly Judged[];

  beforeAll(async () => {
    cluster = await startCluster();
    expect(await cluster.apply(widgetDefinition)).toBeUndefined();
    await established(cluster, "widgets.example.com");
    const places = openPlaces();
    const trials = await controlled(
      cluster,
      [...together, ...alone].flatMap((subject) => trialsOf(subject, places).filter(matcherOf(subject.bench.compiled))),
    );
    judged = [
      ...(await judgedByNamespace(cluster, together, trials)),
      ...(await judgedByApiServer(cluster, alone, trials)),
    ];
    const engine = {
      set: "conformance",
      column: "admission vap",
      engine: `kube-apiserver ${cluster.version}`,
    } as const;
    leaveTallies(inject("tallies"), "admission-conformance", talliesOf(engine, judged, gapIn));
  });
  afterAll(() => cluster?.close());

  it("leaves no policy out", () => {
    const refused = all.filter((subject) => !subjects.includes(subject));
    expect(refused.map(({ name }) => name)).toEqual([]);
  });

  it.each(subjects.map(({ name }) => name))("%s: answers and messages are the local ones", (name) => {
    const differing = judged.flatMap((one) => {
      const { subject, trial, outcome } = one;
      if (subject.name !== name || outcome.kind !== "differ" || gapIn(one) !== undefined) return [];
      return [{ name: trial.name, way: trial.way, request: trial.request, ...outcome }];
    });
    expect(differing).toEqual([]);
  });

  const listed = Object.entries(rewritten).flatMap(([name, { cases }]) => cases.map((of) => [name, of] as const));
  it.each(listed)("%s: the server has made another object of %s, or it is off the list", (name, of) => {
    const own = judged.filter(({ subject, trial }) => subject.name === name && trial.name === of);
    expect(own.some(({ outcome }) => outcome.kind === "differ")).toBe(true);
  });

  it("lets broken Widgets reach their policies", () => {
    const denied = judged.filter(({ outcome }) => outcome.kind === "agree" && outcome.denied).length;
    const agreed = judged.filter(({ outcome }) => outcome.kind === "agree").length;
    expect(denied).toBeGreaterThan(agreed / 4);
    expect(agreed).toBeGreaterThan(judged.length / 2);
  });
});
