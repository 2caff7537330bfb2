import { afterAll, describe, expect, it } from "vitest";
import { celRequest, meaningOf, withNamespace } from "@writ/prove/engines";
import { readSubjects, type Subject } from "../matrix/subject.js";
import { openApiserverValidator } from "../src/apiserver-validator.js";
import { openTopdown } from "../src/topdown.js";
import { measured, median, ratios } from "./cost.js";
import { formsOf } from "./forms.js";
import { twinnedPolicies } from "./library.js";
import { twins } from "./twins.js";

const subjects = (await readSubjects()).filter(({ bench }) => Object.hasOwn(twins, bench.compiled.id));
const engines = {
  decoded: {
    new: await openApiserverValidator("new"),
    old: await openApiserverValidator("old"),
  },
  guarded: {
    new: await openApiserverValidator("new", { raw: true }),
    old: await openApiserverValidator("old", { raw: true }),
  },
};
const opa = openTopdown();
afterAll(() => Promise.all([engines.decoded, engines.guarded].flatMap((pair) => [pair.new.close(), pair.old.close()])));

/** The messages that are one text in CEL: a twin joins all of them, a policy the first few. */
const shownAtMost = 3;

function twinOf(subject: Subject) {
  const twin = twins[subject.bench.compiled.id];
  if (twin === undefined) throw new Error(`no twin of ${subject.name}`);
  return twin;
}

describe.each(subjects.map((subject) => [subject.name, subject] as const))("the twin of %s", (_, subject) => {
  const { compiled } = subject.bench;
  const meaning = meaningOf(compiled);
  const twin = twinOf(subject);

  it.each(["decoded", "guarded"] as const)("says of every case what the policy says: CEL, %s", async (form) => {
    const { twin: policy } = formsOf(compiled, twin).find(({ name }) => name === form) ?? { twin: {} };
    const asked = subject.labelled.flatMap(({ request }) => {
      const made = celRequest(withNamespace(request), compiled);
      return "reason" in made ? [] : [made];
    });
    for (const engine of [engines[form].new, engines[form].old]) {
      const verdicts = await engine.judge(
        policy,
        asked.map(({ admission }) => admission),
      );
      let compared = 0;
      for (const [index, { request }] of asked.entries()) {
        const verdict = verdicts[index];
        const { text, violations } = meaning(request);
        const isMalformed = violations.length === 1 && / must be (?:an?|present)\b/.test(violations[0]?.message ?? "");
        // What the API server refuses itself, or would refuse by its own validation, no decoded policy sees.
        if (form === "decoded" && (verdict?.stage === "decode" || isMalformed)) continue;
        compared += 1;
        const what = `${engine.name} ${JSON.stringify(request.object)} ${JSON.stringify(verdict)}`;
        expect(verdict?.outcome, what).toBe(text === "" ? "allow" : "deny");
        if (!isMalformed && violations.length <= shownAtMost) expect(verdict?.message ?? "", what).toBe(text);
      }
      expect(compared).toBeGreaterThan(0);
    }
  });

  it("says of every case what the policy says: Rego", async () => {
    const policy = {
      modules: { "twin.rego": twin.rego(compiled.params) },
      query: '[{"path": [], "msg": msg} | some msg in data.twin.deny]',
    };
    const verdicts = await opa.judge(
      policy,
      subject.labelled.map(({ request }) => request as never),
    );
    for (const [index, { request }] of subject.labelled.entries()) {
      const { violations } = meaning(request);
      const found = verdicts[index];
      const what = `${JSON.stringify(request.object)} ${JSON.stringify(found)}`;
      const isMalformed = violations.length === 1 && / must be (?:an?|present)\b/.test(violations[0]?.message ?? "");
      if (isMalformed) expect(found?.outcome, what).toBe("deny");
      else
        expect([...new Set(found?.violations?.map(({ msg }) => msg.trim()))].sort(), what).toEqual(
          [...new Set(violations.map(({ message }) => message))].sort(),
        );
    }
  });
});

const library = await twinnedPolicies();

/** The target: emitted to hand-written, in cost units. */
const most = { median: 1.2, each: 1.5 } as const;

describe.each(["new", "old"] as const)("cost units, API server %s", (line) => {
  it.each(["decoded", "guarded"] as const)(
    "what is emitted costs what a hand-written policy costs: %s",
    async (form) => {
      const all: number[] = [];
      for (const { id, bench, twin } of library) {
        const forms = formsOf(bench.compiled, twin).find(({ name }) => name === form);
        if (forms === undefined) throw new Error(`no form ${form}`);
        const found = await measured(engines[form][line], id, forms, 0);
        const own = ratios(found.map(({ units }) => units));
        expect(own.at(-1), `the dearest object of ${id}`).toBeLessThanOrEqual(most.each);
        all.push(...own);
      }
      expect(median(all.sort((a, b) => a - b))).toBeLessThanOrEqual(most.median);
    },
  );
});
