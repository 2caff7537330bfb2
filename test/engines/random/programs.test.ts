import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { openPrograms, requestsOf } from "../../property/open-programs.js";
import { programs } from "../../property/program/arbitrary.js";
import { type FindDifference, smallestFailure } from "../../property/smallest.js";
import type { Column } from "../matrix/column.js";
import { compare, shown } from "../matrix/compare.js";
import { openKyvernoColumns } from "../matrix/kyverno-columns.js";
import { openTopdownColumn } from "../matrix/rego-columns.js";
import type { Subject } from "../matrix/subject.js";
import { openValidatorColumns } from "../matrix/validator-columns.js";

/*
 * Random policies in the real engines: in OPA's own evaluator, in the API server's CEL of two minors, on objects that it has decoded and
 * on others, and some in the Kyverno CLI. On requests that create, replace and delete objects, of every wrong shape.
 */

/** WRIT_PROGRAMS and WRIT_SEED ask for more policies and for others. */
const wanted = Number(process.env["WRIT_PROGRAMS"] ?? 40);
const seed = Number(process.env["WRIT_SEED"] ?? 1);
const requests = 40;
/** How many policies the Kyverno CLI is asked, which takes seconds for each, and with how many requests. */
const sample = { policies: 3, requests: 12 };

const made = fc.sample(programs(), { numRuns: wanted, seed });
const { benches, broken } = await openPrograms(made);
const subjects = [...benches].map(([position, bench]): Subject & { readonly position: number } => {
  return { name: bench.compiled.id, set: "conformance", bench, labelled: [], position };
});
const [validators, kyverno] = await Promise.all([
  Promise.all([openValidatorColumns("new"), openValidatorColumns("old")]),
  openKyvernoColumns(),
]);
const columns: readonly Column[] = [openTopdownColumn(), ...validators.flat()];
afterAll(() => Promise.all([...columns, ...kyverno].map(({ close }) => close())));

/** How many answers agreed, by column. */
const agreed = new Map<string, number>();

async function hold(column: Column, subject: (typeof subjects)[number], count: number): Promise<void> {
  // What is too large for the limits of the API server is refused, not mistranslated.
  const refusal = column.refusal(subject);
  if (refusal !== undefined) {
    refused.push(`${subject.name}, ${column.name}: ${refusal}`);
    return;
  }
  const { differences, agreed: same } = compare(
    subject.bench.compiled,
    await column.judge(subject, requestsOf(subject.bench, count)),
  );
  agreed.set(column.name, (agreed.get(column.name) ?? 0) + same);
  const find: FindDifference = async (bench, asked) => {
    const answers = await column.judge({ ...subject, bench }, asked);
    const [first] = compare(bench.compiled, answers).differences;
    return first && { request: first.request, verdicts: first };
  };
  const origin = { seed, position: subject.position, requests: count };
  if (differences.length > 0)
    expect((await smallestFailure(origin, find)) || shown(subject.name, differences)).toBe("");
}

/** What a column could not take. */
const refused: string[] = [];

describe.each(columns.map((column) => [column.name, column] as const))(
  "%s = interpreter, on random policies",
  (_, column) => {
    it.each(subjects.map((subject) => [subject.name, subject] as const))(
      "%s",
      { timeout: 300_000 },
      async (_name, subject) => {
        await hold(column, subject, requests);
      },
    );
  },
);

describe.each(kyverno.map((column) => [column.name, column] as const))("%s = interpreter, on some", (_, column) => {
  const spread = Math.max(1, Math.floor(subjects.length / sample.policies));
  const chosen = subjects.filter((_subject, index) => index % spread === 0).slice(0, sample.policies);

  it.each(chosen.map((subject) => [subject.name, subject] as const))("%s", async (_name, subject) => {
    await hold(column, subject, sample.requests);
  });
});

it("has judged many, deletions too", () => {
  expect([...broken.values()]).toEqual([]);
  const judging = subjects.filter(({ bench }) => bench.compiled.operations.includes("DELETE"));
  expect(judging.length).toBeGreaterThan(0);
  console.log(Object.fromEntries(agreed), refused);
  expect(refused.length).toBeLessThan(subjects.length / 4);
  for (const { name } of columns) expect(agreed.get(name) ?? 0).toBeGreaterThan(wanted * requests * 0.65);
  for (const { name } of kyverno) expect(agreed.get(name) ?? 0).toBeGreaterThan(0);
});
