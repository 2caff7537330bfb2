import { afterAll, describe, expect, inject, it } from "vitest";
import { defaultProductOptions, kubernetesTargets } from "@writ/compiler";
import type { JsonObject, PolicyRequest } from "@writ/compiler/ir";
import { kindOf } from "@writ/prove";
import { creationOf } from "../../../packages/cli/src/judge/request.js";
import { readCorpus, titleOf } from "../../corpora/corpus.js";
import { openApiserverValidator } from "../src/apiserver-validator.js";
import type { Column } from "./column.js";
import { hold, type Ledger } from "./hold.js";
import { openKyvernoColumns } from "./kyverno-columns.js";
import { localColumns, openTopdownColumn } from "./rego-columns.js";
import { readDefaults, type Subject } from "./subject.js";
import { leaveTallies } from "./tally.js";
import { openValidatorColumns } from "./validator-columns.js";

const corpus = readCorpus<{ readonly resource: JsonObject }>("kyverno.jsonl");
const resources = [...new Map((corpus ?? []).map(({ resource }) => [JSON.stringify(resource), resource])).values()];
const there = corpus !== undefined;
const subjects = there ? await readDefaults() : [];
const columns: readonly Column[] = there
  ? [
      ...localColumns,
      openTopdownColumn(),
      ...(await openValidatorColumns("new")),
      ...(await openValidatorColumns("old")),
      ...(await openKyvernoColumns()),
    ]
  : [];
/** Judges by the match constraints of a policy. */
const matcher = there ? await openApiserverValidator("new") : undefined;
const ledger: Ledger = { tallies: [], met: new Set() };

afterAll(async () => {
  leaveTallies(inject("tallies"), "corpus", ledger.tallies);
  await Promise.all([...columns.map(({ close }) => close()), matcher?.close()]);
});

/** The creation of each resource of a kind that the policy judges, as `writ check` would ask about it. */
function requestsOf({ bench: { compiled } }: Subject): readonly PolicyRequest[] {
  return resources.flatMap((resource) => {
    const kind = kindOf(resource, compiled.kinds);
    return kind === undefined ? [] : [creationOf(resource, kind, "default")];
  });
}

describe.skipIf(!there)(titleOf("the resources of kyverno/policies", corpus), () => {
  it("are those that the corpus is known for", () => {
    expect(resources.length).toBe(915);
    expect(subjects.length).toBeGreaterThanOrEqual(12);
    const judged = resources.filter((resource) => subjects.some(({ bench }) => kindOf(resource, bench.compiled.kinds)));
    expect(judged.length).toBeGreaterThan(800);
  });

  describe.concurrent.each(subjects.map((subject) => [subject.name, subject] as const))("%s", (_, subject) => {
    const requests = requestsOf(subject);

    it.each(columns.map((column) => [column.name, column] as const))("%s", async (_, column) => {
      // The Kyverno CLI compiles the policy anew for each of them.
      const asked = column.name.startsWith("kyverno") ? requests.filter((_, index) => index % 10 === 0) : requests;
      const { notAdmissible, notAsked } = await hold(ledger, "corpus", column, subject, asked);
      // What people have written as manifests is all there is to judge: nothing of it may slip out of the comparison.
      expect({ notAdmissible, notAsked }).toEqual({ notAdmissible: {}, notAsked: {} });
    });

    it("leaves resources of other kinds alone in a cluster", async () => {
      const { compiled } = subject.bench;
      const others = resources.filter((resource) => kindOf(resource, compiled.kinds) === undefined);
      const [policy] = kubernetesTargets.vap.product(compiled, defaultProductOptions("deny")).objects;
      const verdicts = await matcher?.judge(
        policy as unknown as JsonObject,
        others.map((object) => ({ operation: "CREATE", object })),
      );
      const judged = others.filter((_, index) => verdicts?.[index]?.matched !== false);
      expect(judged.map(({ apiVersion, kind, metadata }) => ({ apiVersion, kind, metadata }))).toEqual([]);
    });
  });
});
